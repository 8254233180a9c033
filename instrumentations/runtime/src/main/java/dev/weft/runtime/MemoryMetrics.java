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
final class MemoryMetrics {
  private final MemoryPoolMXBean[] pools;
  private final Labels[] labels;

  private MemoryMetrics(List<MemoryPoolMXBean> all) {
    pools = all.toArray(new MemoryPoolMXBean[0]);
    labels = new Labels[pools.length];
    for (int i = 0; i < pools.length; i++) {
      String type = pools[i].getType() == MemoryType.HEAP ? "heap" : "non_heap";
      labels[i] = Labels.of(pools[i].getName(), type);
    }
  }

  static void observe() {
    MemoryMetrics metrics = new MemoryMetrics(ManagementFactory.getMemoryPoolMXBeans());
    metrics.observe(
        "jvm.memory.used",
        "Measure of memory used.",
        MemoryPoolMXBean::getUsage,
        MemoryUsage::getUsed);
    metrics.observe(
        "jvm.memory.committed",
        "Measure of memory committed.",
        MemoryPoolMXBean::getUsage,
        MemoryUsage::getCommitted);
    metrics.observe(
        "jvm.memory.limit",
        "Measure of max obtainable memory.",
        MemoryPoolMXBean::getUsage,
        MemoryUsage::getMax);
    metrics.observe(
        "jvm.memory.used_after_last_gc",
        "Measure of memory used, as measured after the most recent garbage collection event on"
            + " this pool.",
        MemoryPoolMXBean::getCollectionUsage,
        MemoryUsage::getUsed);
  }

  private void observe(String name, String description, Moment moment, Measure measure) {
    Metrics.observe(
        JvmMetrics.SCOPE,
        name,
        "By",
        description,
        Observable.Type.UP_DOWN_COUNTER,
        to -> report(to, moment, measure),
        "jvm.memory.pool.name",
        "jvm.memory.type");
  }

  private void report(Observable.Observer to, Moment moment, Measure measure) {
    for (int i = 0; i < pools.length; i++) {
      MemoryUsage usage = moment.of(pools[i]);
      long bytes = usage == null ? -1 : measure.of(usage);
      if (bytes >= 0) {
        to.value(bytes, labels[i]);
      }
    }
  }

  /** Usage now or after the last collection; null where a pool has none. */
  private interface Moment {
    @Nullable MemoryUsage of(MemoryPoolMXBean pool);
  }

  /** One number of a usage; negative where it is not defined. */
  private interface Measure {
    long of(MemoryUsage usage);
  }
}
