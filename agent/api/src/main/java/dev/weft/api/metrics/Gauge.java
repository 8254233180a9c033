// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import dev.weft.api.Scope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The last value of each series. Beyond the limit of series, the last value is kept in one overflow
 * series. Thread-safe.
 */
public final class Gauge extends Instrument {
  private volatile ConcurrentHashMap<Labels, Double> series = new ConcurrentHashMap<>();
  private final LongAdder overflows = new LongAdder();
  private volatile @Nullable Double overflow;

  Gauge(Scope scope, String name, String unit, String description, String... keys) {
    super(scope, name, unit, description, keys);
  }

  /** Sets the value of one series; what is no number is ignored. */
  public void set(double value, Labels labels) {
    if (Metrics.recorded() && Math.abs(value) < Double.POSITIVE_INFINITY) {
      put(series, value, labels);
    }
  }

  /** Sets the values of all series at once: one that is not among them is gone. */
  public synchronized void replace(Map<Labels, Double> values) {
    if (!Metrics.recorded()) {
      return;
    }
    ConcurrentHashMap<Labels, Double> replaced = new ConcurrentHashMap<>();
    overflow = null;
    for (Map.Entry<Labels, Double> value : values.entrySet()) {
      if (Math.abs(value.getValue()) < Double.POSITIVE_INFINITY) {
        put(replaced, value.getValue(), value.getKey());
      }
    }
    series = replaced;
  }

  private void put(ConcurrentHashMap<Labels, Double> to, double value, Labels labels) {
    if (to.size() >= maxSeries() && !to.containsKey(labels)) {
      overflow = value;
      overflows.increment();
    } else {
      to.put(labels, value);
    }
  }

  /** Returns whether all present values are whole numbers. */
  public boolean whole() {
    for (double value : series.values()) {
      if (value != Math.rint(value)) {
        return false;
      }
    }
    Double beyond = overflow;
    return beyond == null || beyond == Math.rint(beyond);
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
    series.forEach(visitor);
    Double beyond = overflow;
    if (beyond != null) {
      visitor.accept(null, beyond);
    }
  }
}
