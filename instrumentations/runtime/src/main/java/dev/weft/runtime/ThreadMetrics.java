// SPDX-License-Identifier: Apache-2.0
package dev.weft.runtime;

import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import java.util.Locale;

/**
 * How many platform threads are in which state. Asks the thread groups: they answer on every JVM,
 * without java.management and without a snapshot of each thread.
 */
final class ThreadMetrics implements Observable.Source {
  private static final Thread.State[] STATES = Thread.State.values();
  private static final int SPARE = 16;

  private final Labels[] labels = new Labels[2 * STATES.length];

  private ThreadMetrics() {
    for (Thread.State state : STATES) {
      String name = state.name().toLowerCase(Locale.ROOT);
      labels[index(state, false)] = Labels.of(false, name);
      labels[index(state, true)] = Labels.of(true, name);
    }
  }

  static void observe() {
    Metrics.observe(
        JvmMetrics.SCOPE,
        "jvm.thread.count",
        "{thread}",
        "Number of executing platform threads.",
        Observable.Type.UP_DOWN_COUNTER,
        new ThreadMetrics(),
        "jvm.thread.daemon",
        "jvm.thread.state");
  }

  @Override
  public void observe(Observable.Observer to) {
    int[] counts = new int[labels.length];
    for (Thread thread : threads()) {
      if (thread == null) {
        break;
      }
      counts[index(thread.getState(), thread.isDaemon())]++;
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        to.value((long) counts[i], labels[i]);
      }
    }
  }

  /** Returns all platform threads, then nulls. */
  private static Thread[] threads() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads;
    int found;
    do {
      // what does not fit is left out silently
      threads = new Thread[root.activeCount() + SPARE];
      found = root.enumerate(threads);
    } while (found == threads.length);
    return threads;
  }

  /** The place of a count, for as long as one collection takes. */
  @SuppressWarnings("EnumOrdinal")
  private static int index(Thread.State state, boolean daemon) {
    return 2 * state.ordinal() + (daemon ? 1 : 0);
  }
}
