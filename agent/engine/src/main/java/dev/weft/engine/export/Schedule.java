// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import java.util.concurrent.TimeUnit;

/** When something that is done again and again is due; used by the export thread alone. */
final class Schedule {
  private static final long LONGEST_MILLIS = TimeUnit.DAYS.toMillis(365);

  private final boolean enabled;
  private final long nanos;
  private long next;

  /**
   * Creates it.
   *
   * @param enabled whether it is ever due
   * @param millis the time from one to the next
   */
  Schedule(boolean enabled, long millis) {
    this.enabled = enabled;
    this.nanos = nanos(millis);
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(Math.max(1, Math.min(millis, LONGEST_MILLIS)));
  }

  /** Starts anew, the first time after so many milliseconds at most. */
  void start(long firstMillis) {
    next = System.nanoTime() + Math.min(nanos(firstMillis), nanos);
  }

  /** Starts anew. */
  void again() {
    next = System.nanoTime() + nanos;
  }

  /** Returns the nanoseconds that are left; none, or less, if it is due. */
  long left() {
    return enabled ? next - System.nanoTime() : Long.MAX_VALUE;
  }

  boolean due() {
    return left() <= 0;
  }
}
