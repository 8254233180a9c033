// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import dev.weft.testkit.RecordedTelemetry;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.util.List;

/** Sees to it that what a JVM tells of itself is there before the process ends. */
final class JvmMetrics {
  private JvmMetrics() {}

  /** Waits for measurements and, after a collection of garbage, for its duration. */
  static void await(Running running, RecordedTelemetry telemetry) {
    telemetry.awaitMetric("jvm.memory.used");
    collectGarbage(running.pid());
    telemetry.awaitMetric("jvm.gc.duration");
    telemetry.awaitMetric("jvm.memory.used_after_last_gc");
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
