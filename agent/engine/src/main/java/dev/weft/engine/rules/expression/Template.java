// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.util.ArrayList;
import java.util.List;

/** A text with expressions in braces; those that yield nothing leave nothing. Immutable. */
final class Template extends Expression {
  private final List<Expression> parts;

  private Template(String text, List<Expression> parts) {
    super(text);
    this.parts = parts;
  }

  /**
   * Braces cannot be nested, and a text in an expression cannot have one.
   *
   * @param written how it stands where it was read, maybe in quotes
   */
  static Expression read(String text, String written) throws ExpressionProblem {
    List<Expression> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      if (open != at) {
        parts.add(new Constant(text.substring(at, open < 0 ? text.length() : open)));
      }
      if (open < 0) {
        break;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new ExpressionProblem("a brace is not closed: " + text.substring(open));
      }
      parts.add(Parser.read(text.substring(open + 1, close)));
      at = close + 1;
    }
    boolean plain = text.indexOf('{') < 0;
    return plain ? new Constant(written, text) : new Template(written, parts);
  }

  @Override
  public boolean mentions(Root root) {
    return mention(parts, root);
  }

  @Override
  Value bind(Binding binding) throws ExpressionProblem {
    Value[] values = binding.all(parts);
    return new Value(String.class) {
      @Override
      public Object of(Moment moment) throws Throwable {
        StringBuilder whole = new StringBuilder();
        for (Value value : values) {
          Object part = value.of(moment);
          if (part != null) {
            Texts.append(whole, part);
          }
        }
        return whole.toString();
      }
    };
  }
}
