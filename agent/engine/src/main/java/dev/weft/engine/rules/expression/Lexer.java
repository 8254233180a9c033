// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.util.ArrayList;
import java.util.List;

/** Divides an expression into words. For one text. */
final class Lexer {
  /** The longer ones first. */
  private static final String[] SYMBOLS = {
    "?.", "?:", "||", "&&", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ",", ".",
    "+", "-", "*", "/"
  };

  /** Longer ones would nest too deep for the stack. */
  private static final int MOST_TOKENS = 500;

  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /** Returns the words, and one that says that there are no more. */
  static List<Token> tokens(String text) throws ExpressionProblem {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.next();
      tokens.add(token);
      if (tokens.size() > MOST_TOKENS) {
        throw new ExpressionProblem("longer than " + MOST_TOKENS + " words");
      }
    } while (token.kind != Token.Kind.END);
    return tokens;
  }

  private Token next() throws ExpressionProblem {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return new Token(Token.Kind.END, "the end", at);
    }
    char first = text.charAt(at);
    if (Character.isJavaIdentifierStart(first)) {
      return word(Token.Kind.NAME);
    }
    if (first >= '0' && first <= '9') {
      return word(Token.Kind.NUMBER);
    }
    if (first == '\'' || first == '"') {
      return quoted(first);
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        return new Token(Token.Kind.SYMBOL, symbol, at - symbol.length());
      }
    }
    throw new ExpressionProblem("'" + first + "' means nothing here");
  }

  private Token word(Token.Kind kind) {
    int start = at;
    while (at < text.length() && belongs(kind)) {
      at++;
    }
    return new Token(kind, text.substring(start, at), start);
  }

  /** A dot belongs to a number only if a digit follows. */
  private boolean belongs(Token.Kind kind) {
    char c = text.charAt(at);
    if (kind == Token.Kind.NAME) {
      return Character.isJavaIdentifierPart(c);
    }
    boolean more = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    return c >= '0' && c <= '9' || c == '.' && more;
  }

  private Token quoted(char quote) throws ExpressionProblem {
    int start = ++at;
    StringBuilder unquoted = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      unquoted.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw new ExpressionProblem("a text is not closed: " + quote + unquoted);
    }
    at++;
    Token.Kind kind = quote == '"' ? Token.Kind.TEMPLATE : Token.Kind.TEXT;
    return new Token(kind, unquoted.toString(), start - 1);
  }
}
