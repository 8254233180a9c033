// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A growing list which threads can wait on until it shows what they look for. */
final class Inbox<T> {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final List<T> items = new ArrayList<>();

  synchronized void add(Collection<? extends T> arrived) {
    items.addAll(arrived);
    notifyAll();
  }

  synchronized void clear() {
    items.clear();
  }

  synchronized List<T> all() {
    return List.copyOf(items);
  }

  /** Applies a function to the items while none can arrive and no other look takes place. */
  synchronized <R> R look(Function<List<T>, R> look) {
    return look.apply(List.copyOf(items));
  }

  /**
   * Looks again after each arrival until something is found.
   *
   * @throws AssertionError with the complaint about what is there if nothing was found in time
   */
  synchronized <R> R await(
      Duration patience, Function<List<T>, Optional<R>> look, Function<List<T>, String> complaint) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        Optional<R> found = look.apply(List.copyOf(items));
        if (found.isPresent()) {
          return found.get();
        }
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new AssertionError(
              "after " + patience.toMillis() + " ms: " + complaint.apply(List.copyOf(items)));
        }
        wait(left / NANOS_PER_MILLI + 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
