// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import dev.weft.testkit.RecordedTelemetry;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sees to it that what a JVM tells of itself is there before the process ends. */
final class JvmMetrics {
  private JvmMetrics() {}

  /**
   * Collects garbage and waits until that was measured, and with it everything before. A JVM is
   * watched from some time after its start on, so there has to be a measurement first.
   */
  static void await(Running running, RecordedTelemetry telemetry) {
    telemetry.awaitMetric("jvm.memory.used");
    collectGarbage(running.pid());
    long nanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    for (String name : List.of("jvm.gc.duration", "jvm.memory.used_after_last_gc")) {
      telemetry.awaitMetric(
          name, metric -> metric.points().stream().anyMatch(point -> point.endNanos() > nanos));
    }
  }

  private static void collectGarbage(long pid) {
    String jcmd = Jvm.HOME.resolve("bin").resolve("jcmd").toString();
    try (Running command = Jvm.create().execute(List.of(jcmd, String.valueOf(pid), "GC.run"))) {
      Outcome outcome = command.end();
      if (outcome.exitCode() != 0) {
        throw new AssertionError(outcome);
      }
    }
  }
}
