// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate of one series: counts per bucket and, per bucket, the last value that was recorded
 * in a sampled span. Recording allocates nothing. Thread-safe.
 */
public final class HistogramSeries {
  private final double[] bounds;
  private final long[] counts;
  private long recorded;
  private double sum;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  private final @Nullable SpanContext[] exemplarSpans;
  private final double[] exemplarValues;
  private final long[] exemplarNanos;
  private final boolean[] exemplarTaken;

  /** What was recorded before the last reset; null where nobody asks for totals. */
  private long @Nullable [] countsBefore;

  private double sumBefore;

  HistogramSeries(double[] bounds) {
    this.bounds = bounds;
    int buckets = bounds.length + 1;
    counts = new long[buckets];
    exemplarSpans = new SpanContext[buckets];
    exemplarValues = new double[buckets];
    exemplarNanos = new long[buckets];
    exemplarTaken = new boolean[buckets];
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
    recorded++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
    if (exemplar != null && exemplar.sampled() && Metrics.exemplars()) {
      exemplarSpans[bucket] = exemplar.context();
      exemplarTaken[bucket] = false;
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

  /** Returns how many values were ever recorded. */
  synchronized long recorded() {
    return recorded;
  }

  synchronized boolean isEmpty() {
    return max == Double.NEGATIVE_INFINITY && countsBefore == null;
  }

  /**
   * Returns what was recorded so far and takes the exemplars: the next snapshot has none of them.
   *
   * @param reset whether to start from zero, for delta temporality
   */
  public synchronized HistogramSnapshot snapshot(boolean reset) {
    List<Exemplar> exemplars = exemplars(true);
    HistogramSnapshot taken = new HistogramSnapshot(counts.clone(), sum, min, max, exemplars);
    if (reset) {
      if (Metrics.pulled()) {
        countsBefore = totalCounts();
        sumBefore += sum;
      }
      Arrays.fill(counts, 0);
      sum = 0;
      min = Double.POSITIVE_INFINITY;
      max = Double.NEGATIVE_INFINITY;
    }
    return taken;
  }

  /**
   * Returns all that was ever recorded, least and greatest value apart, and changes nothing. Only
   * where {@link Metrics#pull} was asked for: others forget what they have reset.
   */
  public synchronized HistogramSnapshot totals() {
    return new HistogramSnapshot(totalCounts(), sumBefore + sum, min, max, exemplars(false));
  }

  private long[] totalCounts() {
    long[] totals = counts.clone();
    long[] before = countsBefore;
    if (before != null) {
      for (int i = 0; i < totals.length; i++) {
        totals[i] += before[i];
      }
    }
    return totals;
  }

  private List<Exemplar> exemplars(boolean take) {
    List<Exemplar> exemplars = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      SpanContext span = exemplarSpans[i];
      if (span != null && !(take && exemplarTaken[i])) {
        exemplars.add(new Exemplar(exemplarValues[i], exemplarNanos[i], span));
      }
      if (take) {
        exemplarTaken[i] = true;
        exemplarSpans[i] = Metrics.pulled() ? span : null;
      }
    }
    return exemplars;
  }
}
