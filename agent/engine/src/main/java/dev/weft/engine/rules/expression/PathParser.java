// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.util.ArrayList;
import java.util.List;

/** Reads a value and the steps that lead on from it: {@code return.items[0]?.name}. */
final class PathParser {
  private static final int MOST_STEPS = 16;

  private final Parser parser;
  private final Words words;
  private final int start;

  PathParser(Parser parser) {
    this.parser = parser;
    this.words = parser.words;
    this.start = words.peek().at;
  }

  Expression path() throws ExpressionProblem {
    return steps(first());
  }

  private Expression first() throws ExpressionProblem {
    if (words.takeIf("(")) {
      Expression inner = parser.expression();
      words.expect(")");
      return inner;
    }
    switch (words.peek().kind) {
      case NUMBER:
        return new Constant(number(words.take().text));
      case TEXT:
        String text = words.take().text;
        return new Constant(words.since(start), text);
      case TEMPLATE:
        String template = words.take().text;
        return Template.read(template, words.since(start));
      case NAME:
        return named(words.take().text);
      default:
        throw words.unexpected("a value");
    }
  }

  private Expression named(String name) throws ExpressionProblem {
    switch (name) {
      case "true":
      case "false":
        return new Constant(name.equals("true"));
      case "null":
        return Constant.NULL;
      case "arg":
        return words.peek().is("[") ? argument() : new Name(name);
      case "context":
      case "below":
      case "resource":
        String key = key();
        return new Keyed(name, key, words.since(start));
      default:
        if (words.takeIf("(")) {
          List<Expression> given = given();
          return FunctionCall.of(name, given, words.since(start));
        }
        return new Name(name);
    }
  }

  private Expression argument() throws ExpressionProblem {
    words.expect("[");
    Token index = words.take();
    if (index.kind != Token.Kind.NUMBER || index.text.length() > 3 || index.text.contains(".")) {
      throw new ExpressionProblem("arg needs a number from 0 on, as in arg[0]");
    }
    words.expect("]");
    return new Argument(Integer.parseInt(index.text));
  }

  private List<Expression> given() throws ExpressionProblem {
    List<Expression> given = new ArrayList<>();
    while (!words.takeIf(")")) {
      if (!given.isEmpty()) {
        words.expect(",");
      }
      given.add(parser.expression());
    }
    return given;
  }

  /** All that is dotted is one key. */
  private String key() throws ExpressionProblem {
    if (words.takeIf("[")) {
      Token key = words.take();
      if (key.kind != Token.Kind.TEXT && key.kind != Token.Kind.TEMPLATE) {
        throw new ExpressionProblem("a key in brackets is a text, as in context[\"scan.id\"]");
      }
      words.expect("]");
      return key.text;
    }
    words.expect(".");
    StringBuilder key = new StringBuilder(words.name());
    while (words.takeIf(".")) {
      key.append('.').append(words.name());
    }
    return key.toString();
  }

  private Expression steps(Expression from) throws ExpressionProblem {
    Expression reached = from;
    for (int steps = 0; ; steps++) {
      if (steps > MOST_STEPS) {
        throw new ExpressionProblem("a path of more than " + MOST_STEPS + " steps");
      }
      if (words.takeIf("[")) {
        Expression index = parser.expression();
        words.expect("]");
        reached = new Index(words.since(start), reached, index);
      } else if (words.peek().is(".") || words.peek().is("?.")) {
        boolean orNull = words.take().text.equals("?.");
        String name = words.name();
        reached = new Property(words.since(start), reached, name, orNull);
      } else {
        return reached;
      }
    }
  }

  private static Object number(String digits) throws ExpressionProblem {
    try {
      return digits.indexOf('.') < 0
          ? (Object) Long.parseLong(digits)
          : (Object) Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw new ExpressionProblem(digits + " is no number");
    }
  }
}
