// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import dev.weft.engine.config.MetricKeys;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The way of metrics to their exporters. Made when they are first due, which is long after the
 * first spans; used by the export thread alone.
 */
final class MetricExport {
  private final MetricCollection collection;
  private final List<Function<Collection<MetricData>, CompletableResultCode>> exporters;
  private final long timeoutMillis;
  private final Complaints complaints;

  MetricExport(
      Configuration configuration,
      Resource resource,
      Scopes scopes,
      Exporters exporters,
      long startedMillis,
      Complaints complaints) {
    String temporality = configuration.string(Keys.METRICS_TEMPORALITY);
    this.collection =
        new MetricCollection(
            resource,
            scopes,
            new SdkAttributes(Integer.MAX_VALUE, Integer.MAX_VALUE),
            !temporality.equals("cumulative"),
            temporality.equals("delta") ? new CounterDeltas() : null,
            startedMillis);
    this.exporters = exporters.metrics();
    this.timeoutMillis =
        Pipeline.unlimitedIfZero(configuration.duration(MetricKeys.METRIC_EXPORT_TIMEOUT));
    this.complaints = complaints;
  }

  /** Collects and sends all. */
  void send() {
    if (exporters.isEmpty()) {
      return;
    }
    try {
      List<MetricData> collected = collection.collect();
      if (collected.isEmpty()) {
        return;
      }
      for (Function<Collection<MetricData>, CompletableResultCode> exporter : exporters) {
        CompletableResultCode result = exporter.apply(collected);
        if (!result.join(timeoutMillis, TimeUnit.MILLISECONDS).isSuccess()) {
          complaints.say("metrics were not delivered", result);
        }
      }
    } catch (Throwable thrown) {
      complaints.say(
          "metrics were not delivered", CompletableResultCode.ofExceptionalFailure(thrown));
    }
  }
}
