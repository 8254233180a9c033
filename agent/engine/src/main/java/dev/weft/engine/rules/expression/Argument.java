// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

/** An argument by its number: {@code arg[0]}. Immutable. */
final class Argument extends Expression {
  private final int index;

  Argument(int index) {
    super("arg[" + index + "]");
    this.index = index;
  }

  @Override
  public boolean mentions(Root root) {
    return false;
  }

  @Override
  Value bind(Binding binding) throws ExpressionProblem {
    return of(binding, index);
  }

  static Value of(Binding binding, int index) throws ExpressionProblem {
    int count = binding.scene.arguments.size();
    if (index >= count) {
      throw new ExpressionProblem(
          "the method has " + count + " arguments, and no arg[" + index + "]");
    }
    return Value.root(
        binding.scene.arguments.get(index), moment -> Texts.plain(moment.argument(index)));
  }
}
