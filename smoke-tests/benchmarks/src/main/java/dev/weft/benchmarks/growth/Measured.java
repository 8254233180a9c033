// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.function.LongSupplier;

/**
 * What a growing application has taken at one moment.
 *
 * @param cpuUntil CPU in milliseconds until this moment
 * @param cpuFrom CPU in milliseconds from which the next interval counts: measuring is left out
 * @param heap live heap in kilobytes
 * @param metaspace used metaspace in kilobytes
 * @param classes how many classes are loaded
 * @param count how many units there are
 */
record Measured(
    double cpuUntil, double cpuFrom, double heap, double metaspace, long classes, long count) {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Counts after the garbage is collected. */
  static Measured now(LongSupplier count) throws InterruptedException {
    double until = cpuMillis();
    collectGarbage();
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e3;
    double metaspace = metaspaceKilobytes();
    long classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    return new Measured(until, cpuMillis(), heap, metaspace, classes, count.getAsLong());
  }

  /**
   * Three times: what a reference queue lets go after the first is gone after another. Who has to
   * look into the queue may do so in the time of {@link Step#EXPORT_MILLIS}.
   */
  static void collectGarbage() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      System.gc();
      Thread.sleep(2 * Step.EXPORT_MILLIS);
    }
    System.gc();
  }

  /** Reads what {@link #line} wrote. */
  static Measured of(String line) {
    String[] words = line.strip().split(" ");
    return new Measured(
        Double.parseDouble(words[0]),
        Double.parseDouble(words[1]),
        Double.parseDouble(words[2]),
        Double.parseDouble(words[3]),
        Long.parseLong(words[4]),
        Long.parseLong(words[5]));
  }

  String line() {
    return cpuUntil + " " + cpuFrom + " " + heap + " " + metaspace + " " + classes + " " + count;
  }

  private static double cpuMillis() {
    return PROCESS.getProcessCpuTime() / 1e6;
  }

  /** Without the code that the JIT makes when it likes. */
  private static double metaspaceKilobytes() {
    double used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.NON_HEAP && !pool.getName().startsWith("Code")) {
        used += pool.getUsage().getUsed() / 1e3;
      }
    }
    return used;
  }
}
