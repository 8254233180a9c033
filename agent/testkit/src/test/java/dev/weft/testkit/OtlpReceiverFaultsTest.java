// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OtlpReceiverFaultsTest {
  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @EnumSource
  void failNext_oneRequest_refusesItAndTakesTheNext(OtlpSender sender) {
    SpanExporter exporter = sender.spans(receiver);
    receiver.failNext(1, 503);

    boolean first = sent(exporter);
    List<RecordedSpan> afterFirst = receiver.telemetry().spans();
    boolean second = sent(exporter);

    assertThat(first).isFalse();
    assertThat(afterFirst).isEmpty();
    assertThat(second).isTrue();
    assertThat(receiver.telemetry().spans()).hasSize(1);
    assertThat(receiver.requests()).extracting(OtlpRequest::status).containsExactly(503, 200);
  }

  @ParameterizedTest
  @EnumSource
  void answerAfter_longerThanTheClientWaits_letsTheExportFail(OtlpSender sender) {
    SpanExporter exporter = sender.spans(receiver, Duration.ofMillis(200));
    receiver.answerAfter(Duration.ofMinutes(1));

    boolean slow = sent(exporter);

    assertThat(slow).isFalse();
    assertThat(receiver.awaitRequest(request -> true).status()).isEqualTo(200);
    assertThat(receiver.telemetry().spans()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/traces, application/json, 415",
    "POST, /v1/traces, application/x-protobuf, 400",
    "PUT, /v1/traces, application/x-protobuf, 405",
    "POST, /v1/profiles, application/x-protobuf, 404",
  })
  void request_malformed_isRefused(String method, String path, String type, int status) {
    RawRequest request =
        new RawRequest(method, path, List.of("Content-Type: " + type), "no protobuf");

    RawResponse response = RawHttp.send(httpPort(), request);

    assertThat(response.status()).isEqualTo(status);
    assertThat(receiver.requests()).extracting(OtlpRequest::status).containsExactly(status);
    assertThat(receiver.requests()).extracting(OtlpRequest::size).containsExactly(11);
  }

  @Test
  void request_notGzipThoughItSaysSo_isRefused() {
    RawRequest request =
        RawRequest.post("/v1/logs", "plain")
            .header("Content-Type", "application/x-protobuf")
            .header("Content-Encoding", "gzip");

    RawResponse response = RawHttp.send(httpPort(), request);

    assertThat(response.status()).isEqualTo(400);
  }

  @Test
  void request_sameAttributeTwice_isRefused() {
    KeyValue pair =
        KeyValue.newBuilder()
            .setKey("k")
            .setValue(AnyValue.newBuilder().setStringValue("v"))
            .build();
    Span span = Span.newBuilder().setName("call").addAttributes(pair).addAttributes(pair).build();
    ByteString message =
        ExportTraceServiceRequest.newBuilder()
            .addResourceSpans(
                ResourceSpans.newBuilder().addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
            .build()
            .toByteString();
    RawRequest request =
        RawRequest.post("/v1/traces", message.toString(StandardCharsets.UTF_8))
            .header("Content-Type", "application/x-protobuf");

    RawResponse response = RawHttp.send(httpPort(), request);

    assertThat(response.status()).isEqualTo(400);
    assertThat(receiver.telemetry().spans()).isEmpty();
  }

  @Test
  void clear_afterARequest_forgetsIt() {
    sent(OtlpSender.HTTP.spans(receiver));

    receiver.clear();

    assertThat(receiver.requests()).isEmpty();
    assertThat(receiver.telemetry().spans()).isEmpty();
  }

  @Test
  void start_onPortsOfAClosedReceiver_takesThem() {
    int http = httpPort();
    int grpc = URI.create(receiver.grpcEndpoint()).getPort();
    receiver.close();

    try (OtlpReceiver next = OtlpReceiver.start(http, grpc)) {
      assertThat(sent(OtlpSender.HTTP.spans(next))).isTrue();
      assertThat(sent(OtlpSender.GRPC.spans(next))).isTrue();
      assertThat(next.telemetry().spans()).hasSize(2);
    }
  }

  @Test
  void start_onATakenPort_throws() {
    int http = httpPort();

    assertThatThrownBy(() -> OtlpReceiver.start(http, 0)).isInstanceOf(UncheckedIOException.class);
  }

  private int httpPort() {
    return URI.create(receiver.httpEndpoint()).getPort();
  }

  private static boolean sent(SpanExporter exporter) {
    CompletableResultCode result = exporter.export(List.of(someSpan()));
    return result.join(OtlpSender.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).isSuccess();
  }

  private static SpanData someSpan() {
    try (SdkTracerProvider tracers = SdkTracerProvider.builder().build()) {
      return ((ReadableSpan) tracers.get("scope").spanBuilder("call").startSpan()).toSpanData();
    }
  }
}
