// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import dev.weft.api.Scope;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A sum for each series, which is never reset: who exports differences makes them. Beyond the limit
 * of series, values are added to one overflow series. Thread-safe.
 */
public final class Counter extends Instrument {
  private final boolean monotonic;
  private final ConcurrentHashMap<Labels, DoubleAdder> series = new ConcurrentHashMap<>();
  private volatile @Nullable DoubleAdder overflow;
  private final LongAdder overflows = new LongAdder();
  private volatile boolean whole = true;

  Counter(
      Scope scope,
      String name,
      String unit,
      String description,
      boolean monotonic,
      String... keys) {
    super(scope, name, unit, description, keys);
    this.monotonic = monotonic;
  }

  /**
   * Adds to one series. What is no number is ignored, and so is less than nothing where the counter
   * is monotonic.
   *
   * @param labels values for this instrument's keys, in their order
   */
  public void add(double value, Labels labels) {
    if (!Metrics.recorded() || !(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      return;
    }
    if (monotonic && value < 0) {
      return;
    }
    if (whole && value != Math.rint(value)) {
      whole = false;
    }
    series(labels).add(value);
  }

  private DoubleAdder series(Labels labels) {
    DoubleAdder known = series.get(labels);
    if (known != null) {
      return known;
    }
    if (series.size() >= maxSeries()) {
      overflows.increment();
      return overflow();
    }
    return series.computeIfAbsent(labels, added -> new DoubleAdder());
  }

  private synchronized DoubleAdder overflow() {
    DoubleAdder known = overflow;
    if (known == null) {
      known = new DoubleAdder();
      overflow = known;
    }
    return known;
  }

  /** Returns whether the sums only ever grow. */
  public boolean monotonic() {
    return monotonic;
  }

  /** Returns whether all values so far were whole numbers. */
  public boolean whole() {
    return whole;
  }

  @Override
  public long overflows() {
    return overflows.sum();
  }

  @Override
  public boolean isEmpty() {
    return series.isEmpty() && overflow == null;
  }

  /** Visits each series; labels are null for the overflow series. */
  public void visit(BiConsumer<@Nullable Labels, Double> visitor) {
    series.forEach((labels, sum) -> visitor.accept(labels, sum.sum()));
    DoubleAdder beyond = overflow;
    if (beyond != null) {
      visitor.accept(null, beyond.sum());
    }
  }
}
