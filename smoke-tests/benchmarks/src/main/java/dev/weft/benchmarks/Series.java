// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.util.Arrays;

/** What one quantity was in each round. For one thread. */
public final class Series {
  /** With fewer values than this a quartile says no more than the extremes. */
  private static final int ENOUGH = 5;

  private double[] sorted = {};

  /** Adds a value. */
  public Series add(double value) {
    sorted = Arrays.copyOf(sorted, sorted.length + 1);
    sorted[sorted.length - 1] = value;
    Arrays.sort(sorted);
    return this;
  }

  /** The number of values. */
  public int count() {
    return sorted.length;
  }

  /** The value in the middle. */
  public double median() {
    return quantile(0.5);
  }

  /** The lower quartile; the least if there are few values. */
  public double low() {
    return quantile(sorted.length < ENOUGH ? 0 : 0.25);
  }

  /** The upper quartile; the largest if there are few values. */
  public double high() {
    return quantile(sorted.length < ENOUGH ? 1 : 0.75);
  }

  private double quantile(double part) {
    if (sorted.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
