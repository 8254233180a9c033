// SPDX-License-Identifier: Apache-2.0
package dev.weft.runtime;

import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How full each memory pool is. */
final class MemoryMetrics implements Observable.Source {
  private static final String USED = "jvm.memory.used";
  private static final String COMMITTED = "jvm.memory.committed";
  private static final String LIMIT = "jvm.memory.limit";
  private static final String USED_AFTER_LAST_GC = "jvm.memory.used_after_last_gc";

  private final String name;
  private final MemoryPoolMXBean[] pools;
  private final Labels[] labels;

  private MemoryMetrics(String name, MemoryPoolMXBean[] pools, Labels[] labels) {
    this.name = name;
    this.pools = pools;
    this.labels = labels;
  }

  static void observe() {
    List<MemoryPoolMXBean> all = ManagementFactory.getMemoryPoolMXBeans();
    MemoryPoolMXBean[] pools = all.toArray(new MemoryPoolMXBean[0]);
    Labels[] labels = new Labels[pools.length];
    for (int i = 0; i < pools.length; i++) {
      String type = pools[i].getType() == MemoryType.HEAP ? "heap" : "non_heap";
      labels[i] = Labels.of(pools[i].getName(), type);
    }
    new MemoryMetrics(USED, pools, labels).register("Measure of memory used.");
    new MemoryMetrics(COMMITTED, pools, labels).register("Measure of memory committed.");
    new MemoryMetrics(LIMIT, pools, labels).register("Measure of max obtainable memory.");
    new MemoryMetrics(USED_AFTER_LAST_GC, pools, labels)
        .register(
            "Measure of memory used, as measured after the most recent garbage collection event on"
                + " this pool.");
  }

  private void register(String description) {
    Metrics.observe(
        JvmMetrics.SCOPE,
        name,
        "By",
        description,
        Observable.Type.UP_DOWN_COUNTER,
        this,
        "jvm.memory.pool.name",
        "jvm.memory.type");
  }

  @Override
  public void observe(Observable.Observer to) {
    for (int i = 0; i < pools.length; i++) {
      MemoryUsage usage = usage(pools[i]);
      long bytes = usage == null ? -1 : bytes(usage);
      if (bytes >= 0) {
        to.value(bytes, labels[i]);
      }
    }
  }

  /** Now or after the last collection; null where a pool has none. */
  private @Nullable MemoryUsage usage(MemoryPoolMXBean pool) {
    return name.equals(USED_AFTER_LAST_GC) ? pool.getCollectionUsage() : pool.getUsage();
  }

  /** Negative where it is not defined. */
  private long bytes(MemoryUsage usage) {
    switch (name) {
      case COMMITTED:
        return usage.getCommitted();
      case LIMIT:
        return usage.getMax();
      default:
        return usage.getUsed();
    }
  }
}
