// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.Faults;
import dev.weft.engine.Log;

/**
 * One instrumentation in this JVM: whether it is on, its faults, and the call sites through which
 * it is switched off. Thread-safe.
 */
final class InstrumentationState {
  /** After so many faults an instrumentation does more harm than good. */
  static final int TOLERATED_FAULTS = 10;

  private final Index.Entry entry;
  private final CallSites sites = new CallSites();
  private volatile boolean on = true;
  private int faults;
  private int unwoven;

  InstrumentationState(Index.Entry entry) {
    this.entry = entry;
  }

  Index.Entry entry() {
    return entry;
  }

  String name() {
    return entry.name;
  }

  boolean on() {
    return on;
  }

  synchronized int faults() {
    return faults;
  }

  /** Remembers a call site, or silences it at once where the instrumentation is off. */
  synchronized void linked(AdviceCallSite site) {
    if (!on) {
      site.silence();
      return;
    }
    sites.add(site);
  }

  /** Counts a fault, unless there was no room. */
  void fault(String where, Throwable thrown) {
    if (!outOfRoom(thrown)) {
      countedFault(where, thrown);
    }
  }

  /** Counts a fault; reports the first, and the one that is too many. */
  void countedFault(String where, Throwable thrown) {
    int count = count();
    if (count == 1) {
      Log.line(name() + ": a fault in " + where + " was swallowed: " + Log.cause(thrown));
    }
    if (count == TOLERATED_FAULTS) {
      Log.line(name() + ": switched off after " + count + " faults");
    }
  }

  /**
   * Counts a class that could not be woven. That is a matter of this class: however many there are,
   * the instrumentation goes on with others. Reports the first, the tenth, the hundredth, ...
   */
  void unwoven(String className, Throwable thrown) {
    int count = countUnwoven();
    if (count == 1) {
      Log.line(name() + ": not woven: " + className + ": " + Log.cause(thrown));
    } else if (isPowerOfTen(count)) {
      String last = className + ": " + Log.cause(thrown);
      Log.line(name() + ": " + count + " classes were not woven so far, the last is " + last);
    }
  }

  private synchronized int countUnwoven() {
    Faults.count(name());
    return ++unwoven;
  }

  private static boolean isPowerOfTen(int count) {
    int rest = count;
    while (rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 1;
  }

  /**
   * The application itself is out of stack or memory: that says nothing about us. Java 8 wraps what
   * linking throws.
   */
  static boolean outOfRoom(Throwable thrown) {
    Throwable cause = thrown instanceof BootstrapMethodError ? thrown.getCause() : thrown;
    return cause instanceof StackOverflowError || cause instanceof OutOfMemoryError;
  }

  /** Apart from the printing: stderr may be the application's, with locks of its own. */
  private synchronized int count() {
    Faults.count(name());
    faults++;
    if (faults == TOLERATED_FAULTS) {
      switchOff();
    }
    return faults;
  }

  private void switchOff() {
    on = false;
    Faults.switchOff(name());
    sites.silence();
  }
}
