// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Spends a known amount of time and memory when it is told to, and ends with its input. */
final class Spender {
  private static final long NANOS = 300_000_000;
  private static final int BYTES = 64 << 20;

  private Spender() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("pid " + ProcessHandle.current().pid());
    while (System.in.read() != '\n') {
      // the line is not at its end
    }
    byte[] memory = new byte[BYTES];
    Arrays.fill(memory, (byte) 1);
    while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < NANOS) {
      Thread.onSpinWait();
    }
    System.out.println("spent " + memory[BYTES - 1]);
    while (System.in.read() >= 0) {
      // what else is said does not matter
    }
    System.exit(Integer.parseInt(arguments[0]));
  }
}
