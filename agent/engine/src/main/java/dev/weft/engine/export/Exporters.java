// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.Log;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Key;
import dev.weft.engine.config.Keys;
import dev.weft.engine.config.MetricKeys;
import dev.weft.engine.config.Signal;
import io.opentelemetry.exporter.internal.otlp.logs.LogsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes the exporters that the settings ask for, without the SDK's autoconfiguration: scanning for
 * what is not configured costs more than what is. An exporter is a function from a batch to its
 * outcome.
 */
final class Exporters {
  private final Configuration configuration;
  private final OtlpExporters otlp = new OtlpExporters();
  private final Set<String> said = new HashSet<>();

  Exporters(Configuration configuration) {
    this.configuration = configuration;
  }

  List<Function<Collection<SpanData>, CompletableResultCode>> spans() {
    return chosen(
        "spans",
        Keys.TRACES_EXPORTER,
        () -> otlp.spans(configuration.otlp(Signal.TRACES), limit(Keys.BSP_EXPORT_TIMEOUT))::export,
        () -> ConsoleLines::spans,
        () -> JsonLines.of(TraceRequestMarshaler::create));
  }

  List<Function<Collection<MetricData>, CompletableResultCode>> metrics() {
    return chosen(
        "metrics",
        Keys.METRICS_EXPORTER,
        () ->
            otlp.metrics(
                    configuration.otlp(Signal.METRICS), limit(MetricKeys.METRIC_EXPORT_TIMEOUT))
                ::export,
        () -> ConsoleLines::metrics,
        () -> JsonLines.of(MetricsRequestMarshaler::create));
  }

  List<Function<Collection<LogRecordData>, CompletableResultCode>> logs() {
    return chosen(
        "log records",
        Keys.LOGS_EXPORTER,
        () -> otlp.logs(configuration.otlp(Signal.LOGS), limit(Keys.BLRP_EXPORT_TIMEOUT))::export,
        () -> ConsoleLines::logs,
        () -> JsonLines.of(LogsRequestMarshaler::create));
  }

  private long limit(Key exportTimeout) {
    return configuration.duration(exportTimeout);
  }

  private <E> List<E> chosen(
      String what, Key key, Supplier<E> receiver, Supplier<E> console, Supplier<E> json) {
    List<E> exporters = new ArrayList<>();
    for (String name : configuration.list(key)) {
      try {
        switch (name) {
          case "otlp":
            exporters.add(receiver.get());
            break;
          case "console":
            exporters.add(console.get());
            break;
          case "experimental-otlp/stdout":
          case "logging-otlp":
            exporters.add(json.get());
            break;
          default:
            break;
        }
      } catch (RuntimeException unusable) {
        complain(what + " are not exported to " + name, Log.cause(unusable));
      }
    }
    return exporters;
  }

  /** What one signal cannot be exported for is mostly the same for the others, and said once. */
  private void complain(String what, String why) {
    if (said.add(why)) {
      Log.line(what + ": " + why);
    }
  }
}
