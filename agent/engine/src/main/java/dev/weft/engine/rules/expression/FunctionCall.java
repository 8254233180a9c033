// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A call of a function: {@code count(return, type == TAG_DRIFT)}. Immutable. */
final class FunctionCall extends Expression {
  /** Those that go through a list, maybe with an expression about each element. */
  private static final List<String> OF_LISTS =
      Arrays.asList(
          "count", "sum", "min", "max", "distinct", "first", "any", "all", "map", "filter");

  private final String name;
  private final List<Expression> given;

  private FunctionCall(String name, List<Expression> given, String text) {
    super(text);
    this.name = name;
    this.given = given;
  }

  static Expression of(String name, List<Expression> given, String text) throws ExpressionProblem {
    boolean ofList = OF_LISTS.contains(name);
    if (!ofList && !TextFunction.known(name)) {
      List<String> names = new ArrayList<>(OF_LISTS);
      names.addAll(TextFunction.names());
      throw ExpressionProblem.unknown("there is no function " + name, name, names);
    }
    int least = ofList ? ListFunction.least(name) : TextFunction.arguments(name);
    int most = ofList ? 2 : least;
    if (given.size() < least || given.size() > most) {
      String wanted = least == most ? "" + least : least + " or " + most;
      throw new ExpressionProblem(name + " takes " + wanted + " arguments, not " + given.size());
    }
    return new FunctionCall(name, given, text);
  }

  /** What an expression about elements calls {@code each} is that of the outside. */
  @Override
  public boolean mentions(Root root) {
    return mention(given, root);
  }

  @Override
  Value bind(Binding binding) throws ExpressionProblem {
    return OF_LISTS.contains(name)
        ? ListFunction.bind(name, given, binding)
        : TextFunction.bind(name, binding.all(given));
  }
}
