// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression as it is written, before types are known. Immutable. */
public abstract class Expression {
  /** What an expression can be about, as far as that decides when it can be worked out. */
  public enum Root {
    RETURN,
    THROWN,
    DURATION,
    BELOW,
    EACH,
    SPAN
  }

  private final String text;

  Expression(String text) {
    this.text = text;
  }

  /** Reads an expression, such as {@code count(return, type == TAG_DRIFT)}. */
  public static Expression parse(String text) throws ExpressionProblem {
    return Parser.read(text);
  }

  /** Reads a text with expressions in braces, such as {@code order {arg[0].id}}. */
  public static Expression template(String text) throws ExpressionProblem {
    return Template.read(text, text);
  }

  /** Returns the expression that always yields a text, number or truth value. */
  public static Expression constant(Object value) {
    return new Constant(value);
  }

  /**
   * Returns the expression that yields what belongs to the value of another: compared as texts,
   * enum constants by their names.
   *
   * @param otherwise what belongs to all others, or null for nothing
   */
  public static Expression map(
      Expression subject, Map<String, Expression> cases, @Nullable Expression otherwise) {
    return new Choice(subject, cases, otherwise);
  }

  /** Returns whether it, or a part of it, is about that. */
  public abstract boolean mentions(Root root);

  static boolean mention(Collection<? extends Expression> parts, Root root) {
    for (Expression part : parts) {
      if (part.mentions(root)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Binds it to types.
   *
   * @throws ExpressionProblem where a name is not known, or types do not fit: with the nearest name
   */
  abstract Value bind(Binding binding) throws ExpressionProblem;

  /** Returns what it always yields, if it is a name in capitals or a text; else null. */
  @Nullable String constantName() {
    return null;
  }

  /** Returns it as it was written. */
  @Override
  public final String toString() {
    return text;
  }
}
