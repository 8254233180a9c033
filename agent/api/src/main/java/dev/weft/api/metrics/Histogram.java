// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import dev.weft.api.Scope;
import dev.weft.api.trace.Span;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A histogram with explicit bucket bounds, aggregated where it is recorded. Beyond the limit of
 * series, values are counted in one overflow series. Thread-safe.
 */
public final class Histogram extends Instrument {
  private final double[] bounds;
  private final ConcurrentHashMap<Labels, HistogramSeries> series = new ConcurrentHashMap<>();
  private final HistogramSeries overflow;

  Histogram(
      Scope scope, String name, String unit, String description, double[] bounds, String... keys) {
    super(scope, name, unit, description, keys);
    this.bounds = bounds;
    this.overflow = new HistogramSeries(bounds);
  }

  /**
   * Records one value; what is no number is ignored.
   *
   * @param labels values for this instrument's keys, in their order
   * @param exemplar the span that the value belongs to, or null
   */
  public void record(double value, Labels labels, @Nullable Span exemplar) {
    if (Metrics.recorded() && Math.abs(value) < Double.POSITIVE_INFINITY) {
      series(labels).record(value, exemplar);
    }
  }

  /** Returns the series of some labels, to be kept by who records the same ones again. */
  public HistogramSeries series(Labels labels) {
    HistogramSeries known = series.get(labels);
    if (known != null) {
      return known;
    }
    if (series.size() >= maxSeries()) {
      return overflow;
    }
    HistogramSeries created = new HistogramSeries(bounds);
    HistogramSeries other = series.putIfAbsent(labels, created);
    return other == null ? created : other;
  }

  /** Returns the upper bounds of all buckets but the last, ascending. */
  public double[] bounds() {
    return bounds.clone();
  }

  @Override
  public long overflows() {
    return overflow.recorded();
  }

  @Override
  public boolean isEmpty() {
    return series.isEmpty() && overflow.isEmpty();
  }

  /** Visits each series; labels are null for the overflow series. */
  public void visit(BiConsumer<@Nullable Labels, HistogramSeries> visitor) {
    series.forEach(visitor);
    if (!overflow.isEmpty()) {
      visitor.accept(null, overflow);
    }
  }
}
