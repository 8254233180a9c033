// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

/** Finds where the elements of an SQL text end. Each method is linear in what it passes over. */
final class SqlScan {
  /** The element has no end. */
  static final int UNTERMINATED = -1;

  private static final int UUID_LENGTH = 36;

  private SqlScan() {}

  /**
   * Returns the index after a quoted element, in which the quote is written by doubling it.
   *
   * @param from the index after the opening quote
   */
  static int quotedEnd(String sql, int from, int limit, char quote, boolean escapes) {
    for (int i = from; i < limit; i++) {
      char c = sql.charAt(i);
      if (c == '\\' && escapes) {
        i++;
      } else if (c == quote) {
        if (i + 1 >= limit || sql.charAt(i + 1) != quote) {
          return i + 1;
        }
        i++;
      }
    }
    return UNTERMINATED;
  }

  /** Whether an odd number of backslashes comes before a quote, so that both readings differ. */
  static boolean hasBackslashedQuote(String sql, int from, int to, char quote) {
    boolean odd = false;
    for (int i = from; i < to; i++) {
      char c = sql.charAt(i);
      if (c == quote && odd) {
        return true;
      }
      odd = c == '\\' && !odd;
    }
    return false;
  }

  /** Returns the index after {@code $tag$…$tag$}, {@link #UNTERMINATED}, or 0 if it is none. */
  static int dollarQuotedEnd(String sql, int from, int limit) {
    int tagEnd = from + 1;
    while (tagEnd < limit && isWordPart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
      tagEnd++;
    }
    if (tagEnd >= limit || sql.charAt(tagEnd) != '$' || isDigit(sql.charAt(from + 1))) {
      return 0;
    }
    String tag = sql.substring(from, tagEnd + 1);
    for (int i = tagEnd + 1; i + tag.length() <= limit; i++) {
      if (sql.startsWith(tag, i)) {
        return i + tag.length();
      }
    }
    return UNTERMINATED;
  }

  /** Returns the index after Oracle's {@code '[…]'}, given that of its opening quote. */
  static int delimitedEnd(String sql, int quote, int limit) {
    char open = quote + 1 < limit ? sql.charAt(quote + 1) : '\'';
    int pair = "[{(<".indexOf(open);
    char close = pair < 0 ? open : "]})>".charAt(pair);
    for (int i = quote + 2; i + 1 < limit; i++) {
      if (sql.charAt(i) == close && sql.charAt(i + 1) == '\'') {
        return i + 2;
      }
    }
    return UNTERMINATED;
  }

  /** Returns the index of the line break, or of the end. */
  static int lineEnd(String sql, int from, int limit) {
    int i = from;
    while (i < limit && sql.charAt(i) != '\n' && sql.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  static boolean isUuid(String sql, int from, int limit) {
    if (from + UUID_LENGTH > limit) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = sql.charAt(from + i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isSpace(char c) {
    return c <= ' ' || (c > 127 && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }

  static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c > 127 && Character.isDigit(c));
  }

  static boolean isWordStart(char c) {
    boolean ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return ascii || (c > 127 && (Character.isLetter(c) || Character.isSurrogate(c)));
  }

  static boolean isWordPart(char c) {
    boolean ascii = (c >= '0' && c <= '9') || c == '$';
    return ascii || isWordStart(c) || (c > 127 && Character.isUnicodeIdentifierPart(c));
  }
}
