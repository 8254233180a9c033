// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

/** Turns a truth value round; nothing counts as false. Immutable. */
final class Negation extends Expression {
  private final Expression operand;

  Negation(String text, Expression operand) {
    super(text);
    this.operand = operand;
  }

  @Override
  public boolean mentions(Root root) {
    return operand.mentions(root);
  }

  @Override
  Value bind(Binding binding) throws ExpressionProblem {
    Value value = binding.truth(operand);
    return new Value(Boolean.class) {
      @Override
      public Object of(Moment moment) throws Throwable {
        return !Boolean.TRUE.equals(value.of(moment));
      }
    };
  }
}
