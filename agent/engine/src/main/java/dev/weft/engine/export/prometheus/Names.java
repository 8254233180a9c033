// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.prometheus;

/** Names as Prometheus has them: letters, digits and underscores. */
final class Names {
  private static final String TOTAL = "_total";

  private Names() {}

  /**
   * Returns the name of a metric, without what is added to the samples of a counter. A unit is
   * added unless the name ends with it already, in its short or its long form.
   */
  static String metric(String name, String unit) {
    String plain = name(name);
    if (plain.endsWith(TOTAL)) {
      plain = plain.substring(0, plain.length() - TOTAL.length());
    }
    String word = unit(unit);
    boolean said = word.isEmpty() || endsWith(plain, word) || endsWith(plain, name(unit));
    return said ? plain : plain + "_" + word;
  }

  /** Returns the word for a unit, empty for none. */
  static String unit(String unit) {
    return name(Units.word(unit));
  }

  private static boolean endsWith(String name, String word) {
    return name.equals(word) || name.endsWith("_" + word);
  }

  /** Returns a text with an underscore for whatever is not allowed, and no two in a row. */
  static String name(String text) {
    StringBuilder name = new StringBuilder(text.length() + 1);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (digit && name.length() == 0) {
        name.append('_');
      }
      if (letter || digit) {
        name.append(c);
      } else if (name.length() == 0 || name.charAt(name.length() - 1) != '_') {
        name.append('_');
      }
    }
    return name.toString();
  }
}
