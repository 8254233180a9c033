// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import java.util.List;

/** What a series held when it was collected. Owned by who took it. */
public final class HistogramSnapshot {
  private final long[] counts;
  private final double sum;
  private final double min;
  private final double max;
  private final List<Exemplar> exemplars;

  HistogramSnapshot(long[] counts, double sum, double min, double max, List<Exemplar> exemplars) {
    this.counts = counts;
    this.sum = sum;
    this.min = min;
    this.max = max;
    this.exemplars = exemplars;
  }

  /** Returns how many values fell into bucket {@code i}. */
  public long count(int i) {
    return counts[i];
  }

  /** Returns how many buckets there are. */
  public int buckets() {
    return counts.length;
  }

  /** Returns how many values there are in all. */
  public long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /** Returns the sum of all values. */
  public double sum() {
    return sum;
  }

  /** Returns the least value; meaningless where there is none. */
  public double min() {
    return min;
  }

  /** Returns the greatest value; meaningless where there is none. */
  public double max() {
    return max;
  }

  /** Returns at most one exemplar a bucket. */
  public List<Exemplar> exemplars() {
    return exemplars;
  }
}
