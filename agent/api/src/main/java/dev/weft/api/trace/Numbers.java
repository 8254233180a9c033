// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

/** Boxed numbers without an allocation for status codes and the usual ports and counts. */
final class Numbers {
  private static final Long[] SMALL = new Long[1024];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = (long) i;
    }
  }

  private Numbers() {}

  static Long boxed(long value) {
    return value >= 0 && value < SMALL.length ? SMALL[(int) value] : Long.valueOf(value);
  }
}
