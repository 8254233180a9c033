// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import com.google.protobuf.MessageLite;
import dev.weft.testkit.OtlpRequest.Transport;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Decides what becomes of a request, the same for both transports. Thread-safe. */
final class Intake {
  static final int OK = 200;
  static final int BAD_REQUEST = 400;
  private static final int CLOSING = 503;

  final RecordedTelemetry telemetry = new RecordedTelemetry();
  final Inbox<OtlpRequest> requests = new Inbox<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Duration delay = Duration.ZERO;
  private int failuresLeft;
  private int failureStatus = OK;

  synchronized void failNext(int count, int status) {
    failuresLeft = count;
    failureStatus = status;
  }

  void answerAfter(Duration time) {
    delay = time;
  }

  void close() {
    closed.countDown();
  }

  /** Stores what the message holds unless told to fail; returns the HTTP status to answer with. */
  int take(
      Transport transport, String path, Map<String, List<String>> headers, MessageLite message) {
    int status = nextStatus();
    if (status == OK && !stored(message)) {
      status = BAD_REQUEST;
    }
    note(new OtlpRequest(transport, path, headers, message.getSerializedSize(), status));
    return pause() ? status : CLOSING;
  }

  void note(OtlpRequest request) {
    requests.add(List.of(request));
  }

  private synchronized int nextStatus() {
    if (failuresLeft == 0) {
      return OK;
    }
    failuresLeft--;
    return failureStatus;
  }

  private boolean stored(MessageLite message) {
    try {
      if (message instanceof ExportTraceServiceRequest traces) {
        telemetry.addSpans(SpanDecoder.decode(traces));
      } else if (message instanceof ExportMetricsServiceRequest metrics) {
        telemetry.addMetrics(MetricDecoder.decode(metrics));
      } else if (message instanceof ExportLogsServiceRequest logs) {
        telemetry.addLogs(LogDecoder.decode(logs));
      }
      return true;
    } catch (IllegalArgumentException against) {
      return false;
    }
  }

  /** Returns false if the receiver was closed meanwhile. */
  private boolean pause() {
    try {
      return delay.isZero() || !closed.await(delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
