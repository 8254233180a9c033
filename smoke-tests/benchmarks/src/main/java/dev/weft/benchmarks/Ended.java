// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

/**
 * What a process took from its start to its end.
 *
 * @param wallMillis by the clock
 * @param cpuMillis of all its threads, in user mode and in the kernel
 * @param peakMegabytes the largest resident set that was seen
 * @param exitCode 0 if all is well
 */
public record Ended(double wallMillis, double cpuMillis, double peakMegabytes, int exitCode) {
  /**
   * Returns this.
   *
   * @throws IllegalStateException if it has failed: then its figures are of something else
   */
  public Ended successfully() {
    if (exitCode != 0) {
      throw new IllegalStateException("a process has ended with " + exitCode);
    }
    return this;
  }
}
