// SPDX-License-Identifier: Apache-2.0
package dev.weft.runtime;

import static dev.weft.runtime.JvmMetrics.NONE;
import static dev.weft.runtime.JvmMetrics.SCOPE;

import com.sun.management.OperatingSystemMXBean;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import java.lang.management.ManagementFactory;

/** How many processors there are, and how much of them this process uses. */
final class ProcessorMetrics {
  private static final double NANOS_PER_SECOND = 1e9;

  private ProcessorMetrics() {}

  static void observeCount() {
    Runtime runtime = Runtime.getRuntime();
    Metrics.observe(
        SCOPE,
        "jvm.cpu.count",
        "{cpu}",
        "Number of processors available to the Java virtual machine.",
        Observable.Type.UP_DOWN_COUNTER,
        to -> to.value((long) runtime.availableProcessors(), NONE));
  }

  /** Needs jdk.management; observes nothing on a JVM that does not say. */
  static void observeProcess() {
    java.lang.management.OperatingSystemMXBean any = ManagementFactory.getOperatingSystemMXBean();
    if (!(any instanceof OperatingSystemMXBean)) {
      return;
    }
    OperatingSystemMXBean system = (OperatingSystemMXBean) any;
    Metrics.observeDouble(
        SCOPE,
        "jvm.cpu.time",
        "s",
        "CPU time used by the process as reported by the JVM.",
        Observable.Type.COUNTER,
        to -> report(to, system.getProcessCpuTime() / NANOS_PER_SECOND));
    Metrics.observeDouble(
        SCOPE,
        "jvm.cpu.recent_utilization",
        "1",
        "Recent CPU utilization for the process as reported by the JVM.",
        Observable.Type.GAUGE,
        to -> report(to, system.getProcessCpuLoad()));
  }

  /** The JVM says with a negative number that it does not know. */
  private static void report(Observable.Observer to, double value) {
    if (value >= 0) {
      to.value(value, NONE);
    }
  }
}
