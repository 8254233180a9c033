// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

/** A word of an expression. Immutable. */
final class Token {
  /** The kinds of words. */
  enum Kind {
    NAME,
    NUMBER,
    /** A text in single quotes, taken as it is. */
    TEXT,
    /** A text in double quotes, in which braces hold expressions. */
    TEMPLATE,
    SYMBOL,
    END
  }

  final Kind kind;
  final String text;
  final int at;

  /**
   * Creates it.
   *
   * @param at where it begins, counted from 0
   */
  Token(Kind kind, String text, int at) {
    this.kind = kind;
    this.text = text;
    this.at = at;
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }
}
