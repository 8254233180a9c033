// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

/**
 * Wall-clock time in nanoseconds that advances with {@link System#nanoTime()}: within a trace,
 * durations are exact and children never start before their parents. Looked at again with the first
 * root span of each second, and re-anchored when the wall clock has been set.
 */
final class Clock {
  private static final long TOLERANCE_NANOS = 5_000_000;
  private static final long LOOK_AGAIN_NANOS = 1_000_000_000;
  private static volatile long offset = wall() - System.nanoTime();
  private static volatile long lookedNanos = System.nanoTime();

  private Clock() {}

  /** Returns what to add to {@link System#nanoTime()} in a trace that starts at that time. */
  static long offset(long nanoTime) {
    long known = offset;
    if (nanoTime - lookedNanos < LOOK_AGAIN_NANOS) {
      return known;
    }
    lookedNanos = nanoTime;
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
