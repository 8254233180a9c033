// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SinkTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private Sink sink;

  @BeforeEach
  void open() throws IOException {
    sink = Sink.start();
  }

  @AfterEach
  void close() {
    sink.close();
  }

  @Test
  void spans_areCounted_alsoWhenZipped() throws Exception {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    Span span = Span.newBuilder().setName("GET /").build();
    request.addResourceSpansBuilder().addScopeSpansBuilder().addSpans(span).addSpans(span);
    request.addResourceSpansBuilder().addScopeSpansBuilder().addSpans(span);

    send("/v1/traces", request.build(), false);
    send("/v1/traces", request.build(), true);

    assertThat(sink.awaitSpans(6, 0)).isTrue();
    assertThat(sink.spans()).isEqualTo(6);
    assertThat(sink.awaitSpans(7, 10)).isFalse();
  }

  @Test
  void logRecords_areCounted() throws Exception {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    request.addResourceLogsBuilder().addScopeLogsBuilder().addLogRecords(LogRecord.newBuilder());

    send("/v1/logs", request.build(), false);

    assertThat(sink.logRecords()).isEqualTo(1);
  }

  @Test
  void points_areCounted_andTheLastNumberOfDroppedSpansIsKept() throws Exception {
    send("/v1/metrics", metrics(3, 4), false);
    send("/v1/metrics", metrics(5, 4), false);

    assertThat(sink.points()).isEqualTo(6);
    assertThat(sink.dropped()).isEqualTo(9);
  }

  private static MessageLite metrics(long dropped, long more) {
    Metric.Builder drops = Metric.newBuilder().setName("weft.spans.dropped");
    drops.getSumBuilder().addDataPoints(NumberDataPoint.newBuilder().setAsInt(dropped));
    drops.getSumBuilder().addDataPoints(NumberDataPoint.newBuilder().setAsInt(more));
    Metric.Builder durations = Metric.newBuilder().setName("http.server.request.duration");
    durations.getHistogramBuilder().addDataPoints(HistogramDataPoint.newBuilder().setCount(8));
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    request
        .addResourceMetricsBuilder()
        .addScopeMetricsBuilder()
        .addMetrics(drops)
        .addMetrics(durations);
    return request.build();
  }

  private void send(String path, MessageLite message, boolean zipped) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sink.endpoint() + path));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (zipped) {
      request.header("Content-Encoding", "gzip");
      try (GZIPOutputStream out = new GZIPOutputStream(body)) {
        message.writeTo(out);
      }
    } else {
      message.writeTo(body);
    }
    request.POST(BodyPublishers.ofByteArray(body.toByteArray()));
    assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(200);
  }
}
