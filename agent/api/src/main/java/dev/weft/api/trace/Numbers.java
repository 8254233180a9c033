// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import org.jspecify.annotations.Nullable;

/**
 * Boxed numbers without an allocation: status codes and the usual ports and counts, and of all
 * others those that come again and again. Thread-safe: a number that another thread has put in its
 * place meanwhile is boxed anew.
 */
public final class Numbers {
  private static final Long[] SMALL = new Long[1024];
  private static final int PLACES = 256;
  private static final @Nullable Long[] RECENT = new Long[PLACES];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = (long) i;
    }
  }

  private Numbers() {}

  /** Returns a number as an object. */
  public static Long boxed(long value) {
    if (value >= 0 && value < SMALL.length) {
      return SMALL[(int) value];
    }
    int place = (int) value & (PLACES - 1);
    Long known = RECENT[place];
    if (known == null || known != value) {
      known = value;
      RECENT[place] = known;
    }
    return known;
  }
}
