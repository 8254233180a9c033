// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import dev.weft.benchmarks.Sink;

/** Waits for the spans of some requests. For one thread. */
final class Delivery {
  private static final long QUIET_MILLIS = Server.SCHEDULE_DELAY_MILLIS * 3 / 2;

  private final Sink sink;
  private long before;

  Delivery(Sink sink) {
    this.sink = sink;
  }

  /** Counts from here on, when all has come that is still to come. */
  void begin() throws InterruptedException {
    awaitQuiet();
    before = sink.spans();
  }

  /** Returns how many have come, when no more do. */
  long all() throws InterruptedException {
    awaitQuiet();
    return sink.spans() - before;
  }

  /** Returns how many of those that are expected have come; waits for no more than these. */
  long atMost(long expected) throws InterruptedException {
    while (!sink.awaitSpans(before + expected, QUIET_MILLIS)) {
      long seen = sink.spans();
      if (!sink.awaitSpans(seen + 1, QUIET_MILLIS)) {
        return seen - before;
      }
    }
    return expected;
  }

  private void awaitQuiet() throws InterruptedException {
    long seen = sink.spans();
    while (sink.awaitSpans(seen + 1, QUIET_MILLIS)) {
      seen = sink.spans();
    }
  }
}
