// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.Faults;
import dev.weft.api.metrics.Exemplar;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.HistogramSnapshot;
import dev.weft.api.metrics.Instrument;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import dev.weft.engine.Log;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableDoubleExemplarData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableDoublePointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableGaugeData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableLongPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableSumData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects all instruments into the SDK's data; used by the export thread alone. */
final class MetricCollection {
  private final Resource resource;
  private final Scopes scopes;
  private final SdkAttributes attributes;
  private final boolean delta;
  private final @Nullable CounterDeltas counters;
  private final long started;
  private final Set<String> failing = new HashSet<>();
  private final SdkContexts contexts = new SdkContexts();
  private long previous;

  /**
   * Creates it.
   *
   * @param delta whether histograms start from zero at each collection
   * @param counters makes differences of observed counters; null to report their totals
   * @param startedMillis when recording began, which is before anybody collects
   */
  MetricCollection(
      Resource resource,
      Scopes scopes,
      SdkAttributes attributes,
      boolean delta,
      @Nullable CounterDeltas counters,
      long startedMillis) {
    this.resource = resource;
    this.scopes = scopes;
    this.attributes = attributes;
    this.delta = delta;
    this.counters = counters;
    this.started = startedMillis * 1_000_000;
    this.previous = started;
  }

  List<MetricData> collect() {
    long now = System.currentTimeMillis() * 1_000_000;
    List<MetricData> collected = new ArrayList<>();
    for (Instrument instrument : Metrics.instruments()) {
      MetricData data =
          instrument instanceof Histogram
              ? histogram((Histogram) instrument, now)
              : observable((Observable) instrument, now);
      if (data != null) {
        collected.add(data);
      }
    }
    previous = now;
    return collected;
  }

  private @Nullable MetricData histogram(Histogram histogram, long now) {
    List<Double> bounds = new ArrayList<>();
    for (double bound : histogram.bounds()) {
      bounds.add(bound);
    }
    List<HistogramPointData> points = new ArrayList<>();
    histogram.visit(
        (labels, series) -> {
          HistogramSnapshot snapshot = series.snapshot(delta);
          if (snapshot.total() > 0) {
            points.add(point(attributes.of(histogram, labels), bounds, snapshot, now));
          }
        });
    return points.isEmpty()
        ? null
        : ImmutableMetricData.createDoubleHistogram(
            resource,
            scope(histogram),
            histogram.name(),
            histogram.description(),
            histogram.unit(),
            ImmutableHistogramData.create(
                delta ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE, points));
  }

  private HistogramPointData point(
      Attributes pointAttributes, List<Double> bounds, HistogramSnapshot snapshot, long now) {
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < snapshot.buckets(); i++) {
      counts.add(snapshot.count(i));
    }
    List<DoubleExemplarData> exemplars = new ArrayList<>();
    for (Exemplar exemplar : snapshot.exemplars()) {
      exemplars.add(
          ImmutableDoubleExemplarData.create(
              Attributes.empty(),
              exemplar.epochNanos(),
              contexts.of(exemplar.span()),
              exemplar.value()));
    }
    return ImmutableHistogramPointData.create(
        delta ? previous : started,
        now,
        pointAttributes,
        snapshot.sum(),
        true,
        snapshot.min(),
        true,
        snapshot.max(),
        bounds,
        counts,
        exemplars);
  }

  private @Nullable MetricData observable(Observable observable, long now) {
    List<LongPointData> whole = new ArrayList<>();
    List<DoublePointData> fractional = new ArrayList<>();
    try {
      observable.observe(
          new Observable.Observer() {
            @Override
            public void value(long value, Labels labels) {
              Attributes at = attributes.of(observable, labels);
              whole.add(ImmutableLongPointData.create(started, now, at, value));
            }

            @Override
            public void value(double value, Labels labels) {
              Attributes at = attributes.of(observable, labels);
              fractional.add(ImmutableDoublePointData.create(started, now, at, value));
            }
          });
    } catch (Throwable thrown) {
      Faults.count(observable.scope().name());
      // out of memory is the application's trouble, and it knows
      if (!(thrown instanceof OutOfMemoryError) && failing.add(observable.name())) {
        Log.line("metric " + observable.name() + " has no value: " + Log.cause(thrown));
      }
      return null;
    }
    if (whole.isEmpty() && fractional.isEmpty()) {
      return null;
    }
    return observable.whole() ? whole(observable, whole) : fractional(observable, fractional);
  }

  private MetricData whole(Observable of, List<LongPointData> points) {
    if (of.type() == Observable.Type.GAUGE) {
      return ImmutableMetricData.createLongGauge(
          resource,
          scope(of),
          of.name(),
          of.description(),
          of.unit(),
          ImmutableGaugeData.create(points));
    }
    boolean monotonic = of.type() == Observable.Type.COUNTER;
    CounterDeltas deltas = monotonic ? counters : null;
    return ImmutableMetricData.createLongSum(
        resource,
        scope(of),
        of.name(),
        of.description(),
        of.unit(),
        ImmutableSumData.create(
            monotonic,
            temporality(deltas),
            deltas == null ? points : deltas.whole(of, points, previous)));
  }

  private MetricData fractional(Observable of, List<DoublePointData> points) {
    if (of.type() == Observable.Type.GAUGE) {
      return ImmutableMetricData.createDoubleGauge(
          resource,
          scope(of),
          of.name(),
          of.description(),
          of.unit(),
          ImmutableGaugeData.create(points));
    }
    boolean monotonic = of.type() == Observable.Type.COUNTER;
    CounterDeltas deltas = monotonic ? counters : null;
    return ImmutableMetricData.createDoubleSum(
        resource,
        scope(of),
        of.name(),
        of.description(),
        of.unit(),
        ImmutableSumData.create(
            monotonic,
            temporality(deltas),
            deltas == null ? points : deltas.fractional(of, points, previous)));
  }

  private static AggregationTemporality temporality(@Nullable CounterDeltas deltas) {
    return deltas == null ? AggregationTemporality.CUMULATIVE : AggregationTemporality.DELTA;
  }

  private InstrumentationScopeInfo scope(Instrument instrument) {
    return scopes.of(instrument.scope());
  }
}
