// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import dev.weft.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * What expressions are worked out from: one call of a method, at one time, and how much of that
 * time they may take. Used by one thread at a time.
 */
public abstract class Moment {
  /** Elements of collections that the expressions of one moment may look at. */
  static final int MOST_ELEMENTS = 10_000;

  /** The longest that the expressions of one moment may take together, in nanoseconds. */
  static final long LONGEST_NANOS = 50_000_000;

  private static final int ELEMENTS_BETWEEN_LOOKS = 64;

  /** The element of a {@code for-each}, or null. */
  public @Nullable Object each;

  @Nullable Object it;
  private int elements;
  private long began;
  private boolean late;

  /** Returns the object, or null in a static method. */
  public abstract @Nullable Object self();

  /** Returns an argument as it was on entry; primitive ones boxed. */
  public abstract @Nullable Object argument(int index);

  /** Returns the result, that of an asynchronous one where there is one. */
  public abstract @Nullable Object returned();

  /** Returns what was thrown, or null. */
  public abstract @Nullable Throwable thrown();

  /** Returns how long the call took so far, in nanoseconds. */
  public abstract long durationNanos();

  /** Returns what this call or one above has put under a key, or null. */
  public abstract @Nullable Object context(String key);

  /** Returns what calls below have lifted to this one, or what was made of spans below, or null. */
  public abstract @Nullable Object below(String key);

  /** Returns a resource attribute, or null. */
  public abstract @Nullable Object resource(String key);

  /** Returns the span that ended below, where one is being looked at. */
  public @Nullable Span span() {
    return null;
  }

  /**
   * Begins to count elements and time.
   *
   * @param now by {@code System.nanoTime}
   */
  public final void begin(long now) {
    elements = 0;
    late = false;
    began = now;
  }

  /**
   * Looks at the clock.
   *
   * @throws ExpressionProblem when the time is up
   */
  public final void checkTime() throws ExpressionProblem {
    if (System.nanoTime() - began > LONGEST_NANOS) {
      late = true;
      throw ExpressionProblem.slow(
          "took more than " + LONGEST_NANOS / 1_000_000 + " ms: something that it calls is slow");
    }
  }

  /** Returns whether the time was up when the clock was looked at: the rest is left out. */
  public final boolean isLate() {
    return late;
  }

  /** Counts an element; called for each that is looked at. */
  final void element() throws ExpressionProblem {
    if (++elements > MOST_ELEMENTS) {
      throw new ExpressionProblem("more than " + MOST_ELEMENTS + " elements in one call");
    }
    if (elements % ELEMENTS_BETWEEN_LOOKS == 0) {
      checkTime();
    }
  }
}
