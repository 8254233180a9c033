// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.Log;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Prints each span as a line on stderr: stdout belongs to the application. */
final class ConsoleSpanExporter implements SpanExporter {
  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
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

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
