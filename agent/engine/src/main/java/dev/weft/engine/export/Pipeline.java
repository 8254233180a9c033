// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import dev.weft.api.trace.Span;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** From recorded spans and metrics to the SDK's exporters; used by the export thread alone. */
final class Pipeline {
  private static final Scope SCOPE = Scope.of("dev.weft");

  private final SpanQueue queue;
  private final int batchSize;
  private final long spanTimeoutMillis;
  private final long metricTimeoutMillis;
  private final Resource resource;
  private final Scopes scopes;
  private final SdkAttributes attributes;
  private final MetricCollection metrics;
  private final List<SpanExporter> spanExporters;
  private final List<MetricExporter> metricExporters;
  private final Complaints complaints = new Complaints();
  private long undelivered;

  Pipeline(Configuration configuration, SpanQueue queue, long startedMillis) {
    this.queue = queue;
    this.batchSize = configuration.integer(Keys.BSP_MAX_EXPORT_BATCH_SIZE);
    this.spanTimeoutMillis = unlimitedIfZero(configuration.duration(Keys.BSP_EXPORT_TIMEOUT));
    this.metricTimeoutMillis = unlimitedIfZero(configuration.duration(Keys.METRIC_EXPORT_TIMEOUT));
    this.resource = ProcessResource.of(configuration);
    this.scopes = new Scopes(ProcessResource.version());
    this.attributes =
        new SdkAttributes(
            configuration.integer(Keys.SPAN_ATTRIBUTE_COUNT_LIMIT),
            configuration.integer(Keys.SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT));
    boolean delta = !"cumulative".equals(configuration.string(Keys.METRICS_TEMPORALITY));
    this.metrics = new MetricCollection(resource, scopes, attributes, delta, startedMillis);
    Exporters exporters = new Exporters(configuration);
    this.spanExporters = exporters.spans();
    this.metricExporters = exporters.metrics();
    FaultMetric.register(SCOPE);
    Metrics.observe(
        SCOPE,
        "weft.spans.dropped",
        "{span}",
        "Spans that were recorded and not delivered, by reason.",
        Observable.Type.COUNTER,
        this::losses,
        "reason");
  }

  private static long unlimitedIfZero(long millis) {
    return millis == 0 ? Long.MAX_VALUE : millis;
  }

  private void losses(Observable.Observer observer) {
    if (queue.dropped() > 0) {
      observer.value(queue.dropped(), Labels.of("queue_full"));
    }
    if (undelivered > 0) {
      observer.value(undelivered, Labels.of("export_failed"));
    }
  }

  /** Sends all spans that wait, batch by batch. */
  void sendSpans(BooleanSupplier stop) {
    List<SpanData> batch = nextBatch();
    while (!batch.isEmpty()) {
      for (SpanExporter exporter : spanExporters) {
        CompletableResultCode result = outcome(exporter, batch);
        if (!result.isSuccess()) {
          undelivered += batch.size();
          complaints.say(batch.size() + " spans were not delivered", result);
        }
      }
      if (stop.getAsBoolean()) {
        return;
      }
      batch = nextBatch();
    }
  }

  private List<SpanData> nextBatch() {
    List<SpanData> batch = new ArrayList<>();
    Span span;
    while (batch.size() < batchSize && (span = queue.poll()) != null) {
      try {
        batch.add(new EndedSpan(span, resource, scopes.of(span.scope()), attributes));
      } catch (Throwable thrown) {
        undelivered++;
        complaints.say(
            "a span was not delivered", CompletableResultCode.ofExceptionalFailure(thrown));
      }
    }
    return batch;
  }

  /** What an exporter throws is a failure as any other: exporting goes on. */
  private CompletableResultCode outcome(SpanExporter exporter, List<SpanData> batch) {
    try {
      return exporter.export(batch).join(spanTimeoutMillis, TimeUnit.MILLISECONDS);
    } catch (Throwable thrown) {
      return CompletableResultCode.ofExceptionalFailure(thrown);
    }
  }

  /** Collects and sends all metrics. */
  void sendMetrics() {
    try {
      List<MetricData> collected = metrics.collect();
      if (collected.isEmpty()) {
        return;
      }
      for (MetricExporter exporter : metricExporters) {
        CompletableResultCode result = exporter.export(collected);
        if (!result.join(metricTimeoutMillis, TimeUnit.MILLISECONDS).isSuccess()) {
          complaints.say("metrics were not delivered", result);
        }
      }
    } catch (Throwable thrown) {
      complaints.say(
          "metrics were not delivered", CompletableResultCode.ofExceptionalFailure(thrown));
    }
  }
}
