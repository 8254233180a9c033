// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.Faults;
import dev.weft.api.metrics.Counter;
import dev.weft.api.metrics.Exemplar;
import dev.weft.api.metrics.Gauge;
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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects all instruments into the SDK's data; used by one thread at a time. */
final class MetricCollection {
  private final Resource resource;
  private final Scopes scopes;
  private final SdkAttributes attributes;
  private final boolean totals;
  private final boolean delta;
  private final @Nullable CounterDeltas counters;
  private final long started;
  private final Set<String> failing = new HashSet<>();
  private long previous;

  /** How numbers add up. */
  private enum Kind {
    COUNTER,
    UP_DOWN_COUNTER,
    GAUGE
  }

  /**
   * Creates one for who asks for totals at any time, beside another one that may report
   * differences.
   */
  static MetricCollection ofTotals(
      Resource resource, Scopes scopes, SdkAttributes attributes, long startedMillis) {
    return new MetricCollection(resource, scopes, attributes, true, false, null, startedMillis);
  }

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
    this(resource, scopes, attributes, false, delta, counters, startedMillis);
  }

  private MetricCollection(
      Resource resource,
      Scopes scopes,
      SdkAttributes attributes,
      boolean totals,
      boolean delta,
      @Nullable CounterDeltas counters,
      long startedMillis) {
    this.totals = totals;
    this.resource = resource;
    this.scopes = scopes;
    this.attributes = attributes;
    this.delta = delta;
    this.counters = counters;
    this.started = startedMillis * 1_000_000;
    this.previous = started;
  }

  List<MetricData> collect() {
    // what observables ask is not made to be asked by two threads at once
    synchronized (MetricCollection.class) {
      return collectAll();
    }
  }

  private List<MetricData> collectAll() {
    long now = System.currentTimeMillis() * 1_000_000;
    List<MetricData> collected = new ArrayList<>();
    for (Instrument instrument : Metrics.instruments()) {
      MetricData data = collect(instrument, now);
      if (data != null) {
        collected.add(data);
      }
    }
    if (counters != null) {
      counters.retain(Metrics.instruments());
    }
    previous = now;
    return collected;
  }

  private @Nullable MetricData collect(Instrument instrument, long now) {
    if (instrument instanceof Histogram) {
      return histogram((Histogram) instrument, now);
    }
    if (instrument instanceof Counter) {
      return counter((Counter) instrument, now);
    }
    return instrument instanceof Gauge
        ? gauge((Gauge) instrument, now)
        : observable((Observable) instrument, now);
  }

  private @Nullable MetricData histogram(Histogram histogram, long now) {
    List<Double> bounds = new ArrayList<>();
    for (double bound : histogram.bounds()) {
      bounds.add(bound);
    }
    List<HistogramPointData> points = new ArrayList<>();
    histogram.visit(
        (labels, series) -> {
          HistogramSnapshot snapshot = totals ? series.totals() : series.snapshot(delta);
          if (snapshot.total() > 0) {
            points.add(point(histogram, labels, bounds, snapshot, now));
          }
        });
    return points.isEmpty()
        ? null
        : ImmutableMetricData.createDoubleHistogram(
            resource,
            scopes.of(histogram.scope()),
            histogram.name(),
            histogram.description(),
            histogram.unit(),
            ImmutableHistogramData.create(
                delta ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE, points));
  }

  private HistogramPointData point(
      Histogram histogram,
      @Nullable Labels labels,
      List<Double> bounds,
      HistogramSnapshot snapshot,
      long now) {
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
              SdkContexts.of(exemplar.span()),
              exemplar.value()));
    }
    return ImmutableHistogramPointData.create(
        delta ? Math.max(previous, start(histogram)) : start(histogram),
        now,
        attributes.of(histogram, labels),
        snapshot.sum(),
        !totals,
        snapshot.min(),
        !totals,
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
    Kind kind = Kind.valueOf(observable.type().name());
    return observable.whole()
        ? whole(observable, kind, whole)
        : fractional(observable, kind, fractional);
  }

  private @Nullable MetricData counter(Counter counter, long now) {
    Kind kind = counter.monotonic() ? Kind.COUNTER : Kind.UP_DOWN_COUNTER;
    return counter.isEmpty() ? null : numbers(counter, kind, counter.whole(), counter::visit, now);
  }

  private @Nullable MetricData gauge(Gauge gauge, long now) {
    return gauge.isEmpty() ? null : numbers(gauge, Kind.GAUGE, gauge.whole(), gauge::visit, now);
  }

  private MetricData numbers(
      Instrument of,
      Kind kind,
      boolean whole,
      Consumer<BiConsumer<@Nullable Labels, Double>> series,
      long now) {
    long start = start(of);
    if (whole) {
      List<LongPointData> points = new ArrayList<>();
      series.accept(
          (labels, value) -> {
            Attributes at = attributes.of(of, labels);
            points.add(ImmutableLongPointData.create(start, now, at, value.longValue()));
          });
      return whole(of, kind, points);
    }
    List<DoublePointData> points = new ArrayList<>();
    series.accept(
        (labels, value) ->
            points.add(
                ImmutableDoublePointData.create(start, now, attributes.of(of, labels), value)));
    return fractional(of, kind, points);
  }

  private long start(Instrument of) {
    return Math.max(started, of.createdMillis() * 1_000_000);
  }

  private MetricData whole(Instrument of, Kind kind, List<LongPointData> points) {
    CounterDeltas deltas = kind == Kind.COUNTER ? counters : null;
    InstrumentationScopeInfo scope = scopes.of(of.scope());
    return kind == Kind.GAUGE
        ? ImmutableMetricData.createLongGauge(
            resource,
            scope,
            of.name(),
            of.description(),
            of.unit(),
            ImmutableGaugeData.create(points))
        : ImmutableMetricData.createLongSum(
            resource,
            scope,
            of.name(),
            of.description(),
            of.unit(),
            ImmutableSumData.create(
                kind == Kind.COUNTER,
                temporality(deltas),
                deltas == null ? points : deltas.whole(of, points, previous)));
  }

  private MetricData fractional(Instrument of, Kind kind, List<DoublePointData> points) {
    CounterDeltas deltas = kind == Kind.COUNTER ? counters : null;
    InstrumentationScopeInfo scope = scopes.of(of.scope());
    return kind == Kind.GAUGE
        ? ImmutableMetricData.createDoubleGauge(
            resource,
            scope,
            of.name(),
            of.description(),
            of.unit(),
            ImmutableGaugeData.create(points))
        : ImmutableMetricData.createDoubleSum(
            resource,
            scope,
            of.name(),
            of.description(),
            of.unit(),
            ImmutableSumData.create(
                kind == Kind.COUNTER,
                temporality(deltas),
                deltas == null ? points : deltas.fractional(of, points, previous)));
  }

  private static AggregationTemporality temporality(@Nullable CounterDeltas deltas) {
    return deltas == null ? AggregationTemporality.CUMULATIVE : AggregationTemporality.DELTA;
  }
}
