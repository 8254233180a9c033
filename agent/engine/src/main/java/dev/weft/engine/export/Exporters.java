// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.logs.LogRecord;
import dev.weft.api.trace.Span;
import dev.weft.engine.Log;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Key;
import dev.weft.engine.config.Keys;
import dev.weft.engine.config.MetricKeys;
import dev.weft.engine.config.Signal;
import dev.weft.engine.export.otlp.OtlpExporter;
import dev.weft.engine.export.otlp.Transport;
import io.opentelemetry.exporter.internal.otlp.logs.LogsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
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
 * what is not configured costs more than what is.
 */
final class Exporters {
  private final Configuration configuration;
  private final Resource resource;
  private final Scopes scopes;
  private final OtlpExporters otlp = new OtlpExporters();
  private final Set<String> said = new HashSet<>();

  Exporters(Configuration configuration, Resource resource, Scopes scopes) {
    this.configuration = configuration;
    this.resource = resource;
    this.scopes = scopes;
  }

  List<Exporter<Span>> spans() {
    int count = configuration.integer(Keys.SPAN_ATTRIBUTE_COUNT_LIMIT);
    int length = configuration.integer(Keys.SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT);
    SdkAttributes attributes = new SdkAttributes(count, length);
    Function<Span, SpanData> conversion =
        span -> new EndedSpan(span, resource, scopes.of(span.scope()), attributes);
    return chosen(
        "spans",
        Keys.TRACES_EXPORTER,
        () -> {
          Transport transport =
              otlp.spans(configuration.otlp(Signal.TRACES), limit(Keys.BSP_EXPORT_TIMEOUT));
          String version = ProcessResource.version();
          return OtlpExporter.ofSpans(resource, version, count, length, transport)::export;
        },
        () -> new Converted<>(conversion, ConsoleLines::spans),
        () -> new Converted<>(conversion, JsonLines.of(TraceRequestMarshaler::create)));
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

  List<Exporter<LogRecord>> logs() {
    int count = configuration.integer(Keys.ATTRIBUTE_COUNT_LIMIT);
    int length = configuration.integer(Keys.ATTRIBUTE_VALUE_LENGTH_LIMIT);
    SdkAttributes attributes = new SdkAttributes(count, length);
    Function<LogRecord, LogRecordData> conversion =
        record -> new EmittedLog(record, resource, scopes.ofLogger(record.logger()), attributes);
    return chosen(
        "log records",
        Keys.LOGS_EXPORTER,
        () -> {
          Transport transport =
              otlp.logs(configuration.otlp(Signal.LOGS), limit(Keys.BLRP_EXPORT_TIMEOUT));
          return OtlpExporter.ofLogs(resource, count, length, transport)::export;
        },
        () -> new Converted<>(conversion, ConsoleLines::logs),
        () -> new Converted<>(conversion, JsonLines.of(LogsRequestMarshaler::create)));
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
