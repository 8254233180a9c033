// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * When a request has to be over, all that is tried for it included; earlier if it is cancelled.
 * Thread-safe.
 */
final class Deadline {
  private final long nanos;
  private final long end;
  private final CountDownLatch cancelled = new CountDownLatch(1);

  private Deadline(long nanos) {
    this.nanos = nanos;
    this.end = System.nanoTime() + nanos;
  }

  /**
   * Begins now.
   *
   * @param nanos {@code Long.MAX_VALUE} for any time
   */
  static Deadline in(long nanos) {
    return new Deadline(nanos);
  }

  /** Whether there is no time left. */
  boolean isOver() {
    return nanosLeft() <= 0;
  }

  long nanosLeft() {
    return cancelled.getCount() == 0 ? 0 : end - System.nanoTime();
  }

  /**
   * Returns the time that is left, at least 1, as 0 would mean any time to the JDK.
   *
   * @throws InterruptedIOException if there is none
   */
  int millisLeft() throws InterruptedIOException {
    long left = nanosLeft();
    if (left <= 0) {
      throw passed();
    }
    return (int) Math.max(1, Math.min(TimeUnit.NANOSECONDS.toMillis(left), Integer.MAX_VALUE));
  }

  InterruptedIOException passed() {
    return cancelled.getCount() == 0
        ? new InterruptedIOException("ended by a shutdown")
        : new SocketTimeoutException(
            "no answer within " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
  }

  /** Returns false if that would take too long, or if it is cancelled meanwhile. */
  boolean hasWaited(long pauseNanos) {
    if (pauseNanos >= nanosLeft()) {
      return false;
    }
    long until = System.nanoTime() + pauseNanos;
    while (true) {
      try {
        return !cancelled.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        // others do not decide how often is tried
      }
    }
  }

  void cancel() {
    cancelled.countDown();
  }
}
