// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import java.io.IOException;
import java.util.List;

/** On which of the machine's processors a JVM runs. */
enum Processors {
  ALL,
  ONE;

  /** What starts a JVM so. */
  List<String> command() {
    return this == ONE ? List.of("taskset", "-c", "0") : List.of();
  }

  String[] options() {
    return this == ONE ? new String[] {"-XX:ActiveProcessorCount=1"} : new String[0];
  }

  /** Says so and returns false if this machine has not what it takes. */
  static boolean canBeOne() throws InterruptedException {
    try {
      if (new ProcessBuilder("taskset", "-c", "0", "true").start().waitFor() == 0) {
        return true;
      }
    } catch (IOException missing) {
      // said below
    }
    System.out.println("there is no taskset: full load on one CPU is left out");
    return false;
  }
}
