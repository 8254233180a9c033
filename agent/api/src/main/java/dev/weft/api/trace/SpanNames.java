// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import org.jspecify.annotations.Nullable;

/**
 * The names of spans that are made of two texts, as of a method and a route: of the combinations
 * that come again and again each is made once. Keep it in a constant. Thread-safe: a name that
 * another thread has replaced is made anew.
 */
public final class SpanNames {
  private static final int PLACES = 256;

  private final char between;
  private final @Nullable Known[] recent = new Known[PLACES];

  /**
   * Creates it.
   *
   * @param between what lies between the two texts
   */
  public SpanNames(char between) {
    this.between = between;
  }

  /** Returns the two in one. */
  public String of(String first, String second) {
    int hash = 31 * first.hashCode() + second.hashCode();
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Known known = recent[place];
    if (known == null || !known.second.equals(second) || !known.first.equals(first)) {
      known = new Known(first, second, first + between + second);
      recent[place] = known;
    }
    return known.name;
  }

  private static final class Known {
    final String first;
    final String second;
    final String name;

    Known(String first, String second, String name) {
      this.first = first;
      this.second = second;
      this.name = name;
    }
  }
}
