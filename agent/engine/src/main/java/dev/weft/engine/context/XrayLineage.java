// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

/** {@code <0..32767>:<8 hexadecimal digits>:<0..255>}, by which AWS Lambda detects loops. */
final class XrayLineage {
  private static final int HASH_DIGITS = 8;
  private static final int SHORTEST = 12;
  private static final int LONGEST = 18;

  private XrayLineage() {}

  static boolean valid(String text) {
    int first = text.indexOf(':');
    int last = text.lastIndexOf(':');
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && last - first == HASH_DIGITS + 1
        && text.indexOf(':', first + 1) == last
        && Hex.digits(text, first + 1, last)
        && counter(text.substring(0, first), 32_767)
        && counter(text.substring(last + 1), 255);
  }

  private static boolean counter(String text, int most) {
    try {
      int number = Integer.parseInt(text);
      return number >= 0 && number <= most;
    } catch (NumberFormatException malformed) {
      return false;
    }
  }
}
