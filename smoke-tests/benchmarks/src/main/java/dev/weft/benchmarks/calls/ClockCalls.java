// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import org.openjdk.jmh.annotations.Benchmark;

/** Reads the clock, as a duration needs it twice. */
public class ClockCalls extends Calls {
  /** Reads it once. */
  @Benchmark
  public long read() {
    calls++;
    return System.nanoTime();
  }
}
