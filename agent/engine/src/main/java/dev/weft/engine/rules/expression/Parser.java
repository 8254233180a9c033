// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.util.Arrays;

/**
 * Reads expressions, by precedence: {@code ?:}, {@code ||}, {@code &&}, comparisons, {@code + -},
 * {@code * /}, {@code ! -}, and then what {@link PathParser} reads. For one text.
 */
final class Parser {
  private static final int DEEPEST = 32;
  private static final String[][] LEVELS = {
    {"?:"}, {"||"}, {"&&"}, {"==", "!=", "<", "<=", ">", ">="}, {"+", "-"}, {"*", "/"}
  };

  final Words words;
  private int depth;

  private Parser(String text) throws ExpressionProblem {
    words = new Words(text);
  }

  static Expression read(String text) throws ExpressionProblem {
    Parser parser = new Parser(text);
    Expression read = parser.expression();
    if (parser.words.peek().kind != Token.Kind.END) {
      throw parser.words.unexpected("nothing more");
    }
    return read;
  }

  Expression expression() throws ExpressionProblem {
    if (++depth > DEEPEST) {
      throw new ExpressionProblem("nested more than " + DEEPEST + " deep");
    }
    Expression read = level(0);
    depth--;
    return read;
  }

  private Expression level(int level) throws ExpressionProblem {
    if (level == LEVELS.length) {
      return unary();
    }
    int start = words.peek().at;
    Expression left = level(level + 1);
    while (isOperator(level)) {
      String operator = words.take().text;
      Expression right = level(level + 1);
      left = new Operation(words.since(start), operator, left, right);
    }
    return left;
  }

  private boolean isOperator(int level) {
    Token next = words.peek();
    return next.kind == Token.Kind.SYMBOL && Arrays.asList(LEVELS[level]).contains(next.text);
  }

  private Expression unary() throws ExpressionProblem {
    int start = words.peek().at;
    if (words.takeIf("!")) {
      Expression operand = unary();
      return new Negation(words.since(start), operand);
    }
    if (words.takeIf("-")) {
      Expression operand = unary();
      return new Operation(words.since(start), "-", new Constant(0L), operand);
    }
    return new PathParser(this).path();
  }
}
