// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.Scope;
import dev.weft.api.logs.LogRecord;
import dev.weft.api.trace.Span;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import dev.weft.engine.config.MetricKeys;
import dev.weft.engine.export.prometheus.PrometheusEndpoint;
import io.opentelemetry.sdk.resources.Resource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * From recorded spans, log records and metrics to their exporters; used by the export thread alone.
 */
final class Pipeline {
  private static final Scope SCOPE = Scope.of("dev.weft");

  private final Lane<Span> spans;
  private final Lane<LogRecord> logs;
  private final Configuration configuration;
  private final Resource resource;
  private final Scopes scopes;
  private final Exporters exporters;
  private final long startedMillis;
  private @Nullable MetricExport metrics;
  private final Complaints complaints = new Complaints();

  Pipeline(Configuration configuration, Queues queues, long startedMillis) {
    this.configuration = configuration;
    this.resource = ProcessResource.of(configuration);
    this.scopes = new Scopes(ProcessResource.version());
    this.exporters = new Exporters(configuration, resource, scopes);
    this.startedMillis = startedMillis;
    this.spans =
        new Lane<>(
                "spans",
                queues.spans,
                configuration.duration(Keys.BSP_EXPORT_TIMEOUT),
                exporters::spans,
                complaints)
            .observe(SCOPE, "weft.spans.dropped", "{span}");
    this.logs =
        new Lane<>(
                "log records",
                queues.logs,
                configuration.duration(Keys.BLRP_EXPORT_TIMEOUT),
                exporters::logs,
                complaints)
            .observe(SCOPE, "weft.logs.dropped", "{record}");
    FaultMetric.register(SCOPE);
    OverflowMetric.register(SCOPE);
  }

  static long unlimitedIfZero(long millis) {
    return millis == 0 ? Long.MAX_VALUE : millis;
  }

  /** Sends spans, as {@link Lane#send} says. */
  boolean sendSpans(boolean rest, BooleanSupplier stop) {
    return spans.send(rest, stop);
  }

  /** Sends log records, as {@link Lane#send} says. */
  boolean sendLogs(boolean rest, BooleanSupplier stop) {
    return logs.send(rest, stop);
  }

  /** Lets a Prometheus ask for all metrics. */
  void serveMetrics() {
    MetricCollection collection =
        MetricCollection.ofTotals(
            resource,
            new Scopes(ProcessResource.version()),
            new SdkAttributes(Integer.MAX_VALUE, Integer.MAX_VALUE),
            startedMillis);
    PrometheusEndpoint.open(
        configuration.string(MetricKeys.PROMETHEUS_HOST),
        configuration.integer(MetricKeys.PROMETHEUS_PORT),
        resource,
        collection::collect);
  }

  /** Collects and sends all metrics. */
  void sendMetrics() {
    MetricExport made = metrics;
    if (made == null) {
      made =
          new MetricExport(configuration, resource, scopes, exporters, startedMillis, complaints);
      metrics = made;
    }
    made.send();
  }
}
