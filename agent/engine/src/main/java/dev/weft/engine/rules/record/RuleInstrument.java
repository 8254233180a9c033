// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Counter;
import dev.weft.api.metrics.Gauge;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.Instrument;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.trace.Span;
import dev.weft.engine.rules.model.MetricPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The instrument of a metric of a rule, whatever its kind. Thread-safe. */
final class RuleInstrument {
  /** As for durations in ms: rules measure anything, and say so where these do not fit. */
  private static final double[] BOUNDS = {
    0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000
  };

  private final Instrument instrument;
  private final KnownTexts[] texts;

  /** The series of a gauge by who has told of them last, as long as that is woven. */
  private final Map<BoundMetric, Map<Labels, Double>> told = new WeakHashMap<>();

  private RuleInstrument(Instrument instrument, int maxValues) {
    this.instrument = instrument;
    this.texts = new KnownTexts[instrument.keyCount()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = new KnownTexts(maxValues);
    }
  }

  static RuleInstrument of(MetricPart metric, Scope scope) {
    String[] keys = new String[metric.by.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = metric.by.get(i).name;
    }
    Instrument made = made(metric, scope, keys);
    made.limit(metric.maxSeries);
    return new RuleInstrument(made, metric.maxValues);
  }

  private static Instrument made(MetricPart metric, Scope scope, String[] keys) {
    switch (metric.kind) {
      case HISTOGRAM:
        return Metrics.histogram(
            scope, metric.name, metric.unit, metric.description, bounds(metric.buckets), keys);
      case GAUGE:
        return Metrics.gauge(scope, metric.name, metric.unit, metric.description, keys);
      default:
        boolean monotonic = metric.kind == MetricPart.Kind.COUNTER;
        return Metrics.counter(
            scope, metric.name, metric.unit, metric.description, monotonic, keys);
    }
  }

  private static double[] bounds(List<Double> buckets) {
    double[] bounds = buckets.isEmpty() ? BOUNDS : new double[buckets.size()];
    for (int i = 0; i < buckets.size(); i++) {
      bounds[i] = buckets.get(i);
    }
    return bounds;
  }

  boolean isGauge() {
    return instrument instanceof Gauge;
  }

  /** Sets all series of a gauge that one method tells of at once; those of others stay. */
  void replace(BoundMetric teller, Map<Labels, Double> values) {
    synchronized (told) {
      told.put(teller, values);
      Map<Labels, Double> all = values;
      if (told.size() > 1) {
        all = new LinkedHashMap<>();
        told.values().forEach(all::putAll);
        all.putAll(values);
      }
      ((Gauge) instrument).replace(all);
    }
  }

  /** Forgets who has told what: whoever is there from now on tells it again. */
  void forget() {
    synchronized (told) {
      told.clear();
    }
  }

  /**
   * Records a value.
   *
   * @param values of the attributes, in the order of the rule; the array is kept
   * @param gauged where to keep what a gauge is set to later, or null
   */
  void record(
      double value,
      @Nullable Object[] values,
      @Nullable Span exemplar,
      @Nullable Map<Labels, Double> gauged) {
    for (int i = 0; i < values.length; i++) {
      Object text = values[i];
      if (text instanceof String) {
        values[i] = texts[i].known((String) text);
      }
    }
    Labels labels = Labels.of(values);
    if (gauged != null) {
      gauged.merge(labels, value, Double::sum);
    } else if (instrument instanceof Histogram) {
      ((Histogram) instrument).record(value, labels, exemplar);
    } else if (instrument instanceof Gauge) {
      ((Gauge) instrument).set(value, labels);
    } else {
      ((Counter) instrument).add(value, labels);
    }
  }

  Instrument instrument() {
    return instrument;
  }
}
