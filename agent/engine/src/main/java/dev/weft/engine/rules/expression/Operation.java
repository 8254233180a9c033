// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Two values and an operator between them. Immutable. */
final class Operation extends Expression {
  private final String operator;
  private final Expression left;
  private final Expression right;

  Operation(String text, String operator, Expression left, Expression right) {
    super(text);
    this.operator = operator;
    this.left = left;
    this.right = right;
  }

  @Override
  public boolean mentions(Root root) {
    return left.mentions(root) || right.mentions(root);
  }

  @Override
  Value bind(Binding binding) throws ExpressionProblem {
    switch (operator) {
      case "?:":
        return orElse(left.bind(binding), right.bind(binding));
      case "||":
        return logic(binding.truth(left), binding.truth(right), true);
      case "&&":
        return logic(binding.truth(left), binding.truth(right), false);
      case "==":
      case "!=":
        return equality(binding, operator.equals("=="));
      case "<":
      case "<=":
      case ">":
      case ">=":
        return comparison(left.bind(binding), right.bind(binding));
      default:
        return arithmetic(left.bind(binding), right.bind(binding));
    }
  }

  private static Value orElse(Value first, Value other) {
    Type type =
        Generics.raw(first.type()) == Generics.raw(other.type()) ? first.type() : Object.class;
    return new Value(type) {
      @Override
      public @Nullable Object of(Moment moment) throws Throwable {
        Object value = first.of(moment);
        return value == null ? other.of(moment) : value;
      }
    };
  }

  /** Ends with the first value that decides. */
  private static Value logic(Value first, Value second, boolean deciding) {
    return new Value(Boolean.class) {
      @Override
      public Object of(Moment moment) throws Throwable {
        boolean value = Boolean.TRUE.equals(first.of(moment));
        return value == deciding ? value : Boolean.TRUE.equals(second.of(moment));
      }
    };
  }

  private Value equality(Binding binding, boolean equal) throws ExpressionProblem {
    Value one = left.bind(binding);
    Value other = right.bind(binding);
    binding.comparable(one.type(), right.constantName());
    binding.comparable(other.type(), left.constantName());
    return new Value(Boolean.class) {
      @Override
      public Object of(Moment moment) throws Throwable {
        return Comparison.equal(one.of(moment), other.of(moment)) == equal;
      }
    };
  }

  /** Nothing is less or more than null. */
  private Value comparison(Value one, Value other) {
    boolean orEqual = operator.length() == 2;
    int sign = operator.charAt(0) == '<' ? -1 : 1;
    return new Value(Boolean.class) {
      @Override
      public Object of(Moment moment) throws Throwable {
        Object first = one.of(moment);
        Object second = other.of(moment);
        if (first == null || second == null) {
          return false;
        }
        int order = Comparison.order(first, second) * sign;
        return order > 0 || orEqual && order == 0;
      }
    };
  }

  private Value arithmetic(Value one, Value other) throws ExpressionProblem {
    requireNumber(left, one);
    requireNumber(right, other);
    char sign = operator.charAt(0);
    return new Value(Number.class) {
      @Override
      public @Nullable Object of(Moment moment) throws Throwable {
        Object first = one.of(moment);
        Object second = other.of(moment);
        return first == null || second == null ? null : Comparison.result(first, sign, second);
      }
    };
  }

  private static void requireNumber(Expression expression, Value value) throws ExpressionProblem {
    Class<?> raw = Generics.raw(value.type());
    boolean primitive = raw.isPrimitive() && raw != boolean.class && raw != char.class;
    if (!primitive && raw != Object.class && !Number.class.isAssignableFrom(raw)) {
      throw new ExpressionProblem(expression + " is no number but " + raw.getSimpleName());
    }
  }
}
