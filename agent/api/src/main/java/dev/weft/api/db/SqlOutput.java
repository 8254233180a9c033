// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

/** The sanitized text as it grows: white space is squeezed, lists of values become one value. */
final class SqlOutput {
  private static final int NOWHERE = -1;
  // a list of values may outgrow the limit, because it shrinks again at its end
  private static final int LONGEST_LIST = 8 * SqlText.MAX_LENGTH;

  private final StringBuilder text;
  private boolean afterIn;
  private int listStart = NOWHERE;
  private boolean listHasValue;
  private boolean muted;

  SqlOutput(int inputLength) {
    text = new StringBuilder(Math.min(inputLength, SqlText.MAX_LENGTH) + 16);
  }

  boolean isFull() {
    return text.length() > (listStart == NOWHERE ? SqlText.MAX_LENGTH : LONGEST_LIST);
  }

  /** Masks all that follows. */
  void mute() {
    value();
    muted = true;
  }

  void space() {
    int length = text.length();
    if (!muted && (length == 0 || text.charAt(length - 1) != ' ')) {
      text.append(' ');
    }
  }

  void value() {
    if (!muted) {
      text.append('?');
    }
    listHasValue = true;
    afterIn = false;
  }

  void word(String sql, int from, int to, SqlKeyword keyword) {
    append(sql, from, to);
    listStart = NOWHERE;
    afterIn = keyword == SqlKeyword.IN;
  }

  void comment(String sql, int from, int to) {
    append(sql, from, to);
    listStart = NOWHERE;
    afterIn = false;
  }

  void symbol(char c) {
    if (c == ')' && listStart != NOWHERE && listHasValue && !muted) {
      text.setLength(listStart);
      text.append('?');
    }
    if (!muted) {
      text.append(c);
    }
    if (c == '(' && afterIn) {
      listStart = text.length();
      listHasValue = false;
    } else if (c != ',') {
      listStart = NOWHERE;
    }
    afterIn = false;
  }

  private void append(String sql, int from, int to) {
    if (!muted) {
      text.append(sql, from, to);
    }
  }

  String finish() {
    if (text.length() <= SqlText.MAX_LENGTH) {
      return text.toString();
    }
    return text.substring(0, wholeCharacters(text, SqlText.MAX_LENGTH));
  }

  /** Returns the length, or one less where that would split a surrogate pair. */
  static int wholeCharacters(CharSequence text, int length) {
    return Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
  }
}
