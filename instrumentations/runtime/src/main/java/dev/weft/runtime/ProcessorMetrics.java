// SPDX-License-Identifier: Apache-2.0
package dev.weft.runtime;

import static dev.weft.runtime.JvmMetrics.NONE;
import static dev.weft.runtime.JvmMetrics.SCOPE;

import com.sun.management.OperatingSystemMXBean;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import java.lang.management.ManagementFactory;

/**
 * How much of the processors this process uses. Needs jdk.management; observes nothing on a JVM
 * that does not say.
 */
final class ProcessorMetrics implements Observable.Source {
  /** Without jdk.management this class cannot be initialised, and nothing is registered. */
  private static final Class<?> NEEDED = OperatingSystemMXBean.class;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final String TIME = "jvm.cpu.time";
  private static final String UTILIZATION = "jvm.cpu.recent_utilization";

  private final String name;

  private ProcessorMetrics(String name) {
    this.name = name;
  }

  static void observe() {
    Metrics.observeDouble(
        SCOPE,
        TIME,
        "s",
        "CPU time used by the process as reported by the JVM.",
        Observable.Type.COUNTER,
        new ProcessorMetrics(TIME));
    Metrics.observeDouble(
        SCOPE,
        UTILIZATION,
        "1",
        "Recent CPU utilization for the process as reported by the JVM.",
        Observable.Type.GAUGE,
        new ProcessorMetrics(UTILIZATION));
  }

  /**
   * Asks for the bean when there is something to report, not when the application starts: it looks
   * through the control groups, with all that parsing text brings in.
   */
  @Override
  public void observe(Observable.Observer to) {
    Object any = ManagementFactory.getOperatingSystemMXBean();
    if (!NEEDED.isInstance(any)) {
      return;
    }
    OperatingSystemMXBean system = (OperatingSystemMXBean) any;
    double value =
        name.equals(TIME)
            ? system.getProcessCpuTime() / NANOS_PER_SECOND
            : system.getProcessCpuLoad();
    // the JVM says with a negative number that it does not know
    if (value >= 0) {
      to.value(value, NONE);
    }
  }
}
