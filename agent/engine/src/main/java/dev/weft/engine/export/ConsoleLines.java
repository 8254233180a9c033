// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.Log;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collection;

/** Prints telemetry on stderr, a line for each: stdout belongs to the application. */
final class ConsoleLines {
  private ConsoleLines() {}

  static CompletableResultCode spans(Collection<SpanData> spans) {
    for (SpanData span : spans) {
      Log.output(
          "span '"
              + span.getName()
              + "' : "
              + span.getTraceId()
              + " "
              + span.getSpanId()
              + " parent "
              + span.getParentSpanId()
              + " "
              + span.getKind()
              + " "
              + (span.getEndEpochNanos() - span.getStartEpochNanos()) / 1000
              + " us [scope: "
              + span.getInstrumentationScopeInfo().getName()
              + "] "
              + span.getStatus().getStatusCode()
              + " "
              + span.getAttributes());
    }
    return CompletableResultCode.ofSuccess();
  }

  static CompletableResultCode metrics(Collection<MetricData> metrics) {
    for (MetricData metric : metrics) {
      Log.output("metric " + metric.getName() + " {" + metric.getUnit() + "} " + metric.getData());
    }
    return CompletableResultCode.ofSuccess();
  }

  static CompletableResultCode logs(Collection<LogRecordData> records) {
    for (LogRecordData record : records) {
      Log.output(
          "log "
              + record.getSeverityText()
              + " '"
              + (record.getBodyValue() == null ? "" : record.getBodyValue().asString())
              + "' : "
              + record.getSpanContext().getTraceId()
              + " "
              + record.getSpanContext().getSpanId()
              + " [scope: "
              + record.getInstrumentationScopeInfo().getName()
              + "] "
              + record.getAttributes());
    }
    return CompletableResultCode.ofSuccess();
  }
}
