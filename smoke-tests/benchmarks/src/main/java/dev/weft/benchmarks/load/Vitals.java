// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a JVM has used since it began; read in the JVM itself.
 *
 * @param cpuNanos of all its threads, those of the JVM as well
 * @param allocatedBytes by all Java threads. Before Java 21 a JVM does not know what threads have
 *     allocated that have ended: there it is the sum over those that live
 * @param collections of garbage
 * @param collectionMillis what they took
 */
record Vitals(double cpuNanos, double allocatedBytes, double collections, double collectionMillis) {
  static final String QUESTION = "vitals";

  static Vitals read() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long collections = 0;
    long millis = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      collections += collector.getCollectionCount();
      millis += collector.getCollectionTime();
    }
    return new Vitals(system.getProcessCpuTime(), allocated(), collections, millis);
  }

  private static double allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try {
      return (long) ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes").invoke(threads);
    } catch (NoSuchMethodException beforeJava21) {
      long sum = 0;
      for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
        sum += Math.max(0, bytes); // -1 for one that has just ended
      }
      return sum;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  String text() {
    return cpuNanos + " " + allocatedBytes + " " + collections + " " + collectionMillis;
  }

  static Vitals of(String text) {
    String[] parts = text.trim().split(" ");
    return new Vitals(number(parts[0]), number(parts[1]), number(parts[2]), number(parts[3]));
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  /** Returns what was used since another reading. */
  Vitals since(Vitals before) {
    return new Vitals(
        cpuNanos - before.cpuNanos,
        allocatedBytes - before.allocatedBytes,
        collections - before.collections,
        collectionMillis - before.collectionMillis);
  }
}
