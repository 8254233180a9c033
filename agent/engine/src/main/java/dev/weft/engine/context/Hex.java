// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

/** Reads ids without an exception or an allocation for what is malformed. */
final class Hex {
  private Hex() {}

  /** Returns whether a part of a text is made of hexadecimal digits, lower case as both formats. */
  static boolean digits(String text, int from, int to) {
    if (to > text.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Returns up to 16 digits as a number. */
  static long number(String text, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number << 4 | Character.digit(text.charAt(i), 16);
    }
    return number;
  }
}
