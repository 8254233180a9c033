// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate of one series: counts per bucket and, per bucket, the last value that was recorded
 * in a sampled span. Recording allocates nothing. Thread-safe.
 */
public final class HistogramSeries {
  private final double[] bounds;
  private final long[] counts;
  private double sum;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  private final @Nullable SpanContext[] exemplarSpans;
  private final double[] exemplarValues;
  private final long[] exemplarNanos;

  HistogramSeries(double[] bounds) {
    this.bounds = bounds;
    int buckets = bounds.length + 1;
    counts = new long[buckets];
    exemplarSpans = new SpanContext[buckets];
    exemplarValues = new double[buckets];
    exemplarNanos = new long[buckets];
  }

  /** Records one value; the exemplar is kept if its span is sampled. */
  public void record(double value, @Nullable Span exemplar) {
    if (Metrics.recorded()) {
      add(value, exemplar);
    }
  }

  private synchronized void add(double value, @Nullable Span exemplar) {
    int bucket = bucket(value);
    counts[bucket]++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
    if (exemplar != null && exemplar.sampled() && Metrics.exemplars()) {
      exemplarSpans[bucket] = exemplar.context();
      exemplarValues[bucket] = value;
      exemplarNanos[bucket] = exemplar.startEpochNanos() + exemplar.durationNanos();
    }
  }

  private int bucket(double value) {
    int i = 0;
    while (i < bounds.length && value > bounds[i]) {
      i++;
    }
    return i;
  }

  synchronized boolean isEmpty() {
    return max == Double.NEGATIVE_INFINITY;
  }

  /**
   * Returns what was recorded so far and forgets the exemplars.
   *
   * @param reset whether to start from zero, for delta temporality
   */
  public synchronized HistogramSnapshot snapshot(boolean reset) {
    List<Exemplar> exemplars = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      SpanContext span = exemplarSpans[i];
      if (span != null) {
        exemplars.add(new Exemplar(exemplarValues[i], exemplarNanos[i], span));
        exemplarSpans[i] = null;
      }
    }
    HistogramSnapshot taken = new HistogramSnapshot(counts.clone(), sum, min, max, exemplars);
    if (reset) {
      java.util.Arrays.fill(counts, 0);
      sum = 0;
      min = Double.POSITIVE_INFINITY;
      max = Double.NEGATIVE_INFINITY;
    }
    return taken;
  }
}
