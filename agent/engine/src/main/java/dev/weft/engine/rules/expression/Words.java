// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.util.List;

/** The words of an expression, taken one after the other. */
final class Words {
  private final String text;
  private final List<Token> tokens;
  private int next;

  Words(String text) throws ExpressionProblem {
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  /** Returns the next one, and leaves it there. */
  Token peek() {
    return tokens.get(next);
  }

  /** Takes the next one; the last one says that there are no more, and is never passed. */
  Token take() {
    return tokens.get(next < tokens.size() - 1 ? next++ : next);
  }

  boolean takeIf(String symbol) {
    boolean there = peek().is(symbol);
    if (there) {
      take();
    }
    return there;
  }

  void expect(String symbol) throws ExpressionProblem {
    if (!takeIf(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  String name() throws ExpressionProblem {
    if (peek().kind != Token.Kind.NAME) {
      throw unexpected("a name");
    }
    return take().text;
  }

  /** Returns a problem with the next one. */
  ExpressionProblem unexpected(String instead) {
    return new ExpressionProblem(
        "expected " + instead + " at character " + (peek().at + 1) + ", not " + peek().text);
  }

  /** Returns the text from somewhere to behind the last one that was taken. */
  String since(int start) {
    return text.substring(start, peek().at).trim();
  }
}
