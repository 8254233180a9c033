// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

/**
 * Wall-clock time in nanoseconds that advances with {@link System#nanoTime()}: within a trace,
 * durations are exact and children never start before their parents. Re-anchored at each root span
 * when the wall clock has been set.
 */
final class Clock {
  private static final long TOLERANCE_NANOS = 5_000_000;
  private static volatile long offset = wall() - System.nanoTime();

  private Clock() {}

  /** Returns what to add to {@link System#nanoTime()} in a trace that starts now. */
  static long offset() {
    long known = offset;
    long now = wall() - System.nanoTime();
    if (Math.abs(now - known) < TOLERANCE_NANOS) {
      return known;
    }
    offset = now;
    return now;
  }

  private static long wall() {
    return System.currentTimeMillis() * 1_000_000;
  }
}
