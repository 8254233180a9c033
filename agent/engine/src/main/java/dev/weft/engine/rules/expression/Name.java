// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import dev.weft.api.trace.Span;
import java.lang.reflect.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A single name: of a root, of a parameter, in a predicate of a property of the element, or in
 * capitals of an enum constant. Immutable.
 */
final class Name extends Expression {
  private final String name;

  Name(String name) {
    super(name);
    this.name = name;
  }

  @Override
  public boolean mentions(Root root) {
    return root.name().toLowerCase(Locale.ROOT).equals(name);
  }

  boolean is(String asked) {
    return name.equals(asked);
  }

  @Override
  @Nullable String constantName() {
    return isConstant() ? name : null;
  }

  /** Returns whether it is written as constants are, and so may be one. */
  private boolean isConstant() {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && !Character.isUpperCase(c) && !(i > 0 && Character.isDigit(c))) {
        return false;
      }
    }
    return true;
  }

  @Override
  Value bind(Binding binding) throws ExpressionProblem {
    Type element = binding.element;
    if (element != null && binding.accessors.find(element, name) != null) {
      return Property.of(it(element), name, false, binding);
    }
    switch (name) {
      case "this":
        return Value.root(binding.scene.self, Moment::self);
      case "return":
        return returned(binding);
      case "thrown":
        return Value.root(Throwable.class, Moment::thrown);
      case "time":
        return Value.root(String.class, moment -> Texts.time());
      case "span":
        return Value.root(Span.class, Moment::span);
      case "each":
        return Value.root(looked(binding.scene.each), moment -> Texts.plain(moment.each));
      case "it":
        return it(looked(element));
      case "duration":
        throw new ExpressionProblem("a duration of what? duration.ms, .us, .ns or .s");
      default:
        return other(binding);
    }
  }

  private static Value it(Type element) {
    return Value.root(element, moment -> Texts.plain(moment.it));
  }

  private static Value returned(Binding binding) throws ExpressionProblem {
    if (binding.scene.returned == void.class) {
      throw new ExpressionProblem("the method returns nothing");
    }
    return Value.root(binding.scene.returned, moment -> Texts.plain(moment.returned()));
  }

  private Type looked(@Nullable Type element) throws ExpressionProblem {
    if (element == null) {
      throw new ExpressionProblem("there is no '" + name + "' here: nothing is gone through");
    }
    return element;
  }

  private Value other(Binding binding) throws ExpressionProblem {
    int argument = binding.scene.names.indexOf(name);
    if (argument >= 0) {
      return Argument.of(binding, argument);
    }
    if (isConstant()) {
      return Value.constant(name);
    }
    if (binding.element != null && Generics.raw(binding.element) == Object.class) {
      return Property.of(it(binding.element), name, false, binding);
    }
    throw binding.unknown(name);
  }
}
