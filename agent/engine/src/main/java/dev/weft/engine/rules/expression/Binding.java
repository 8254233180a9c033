// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the names in an expression stand for where it is bound. Immutable. */
final class Binding {
  private static final List<String> ROOTS =
      Arrays.asList(
          "arg", "this", "return", "thrown", "duration", "context", "below", "resource", "time");

  final Scene scene;
  final Accessors accessors;

  /** The type of the element that a predicate is about, or null outside of one. */
  final @Nullable Type element;

  Binding(Scene scene, Accessors accessors, @Nullable Type element) {
    this.scene = scene;
    this.accessors = accessors;
    this.element = element;
  }

  Binding within(Type elementType) {
    return new Binding(scene, accessors, elementType);
  }

  Value[] all(List<Expression> expressions) throws ExpressionProblem {
    Value[] values = new Value[expressions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = expressions.get(i).bind(this);
    }
    return values;
  }

  /** Binds what has to be true or false; what may be anything is asked when it is worked out. */
  Value truth(Expression expression) throws ExpressionProblem {
    Value value = expression.bind(this);
    Class<?> raw = Generics.raw(value.type());
    if (raw != Boolean.class && raw != boolean.class && raw != Object.class) {
      throw new ExpressionProblem(
          expression + " is neither true nor false but " + raw.getSimpleName());
    }
    return value;
  }

  /** Checks that a name can be equal to a value of a type: of an enum, that it has it. */
  void comparable(Type type, @Nullable String name) throws ExpressionProblem {
    Class<?> raw = Generics.raw(type);
    if (name == null || !raw.isEnum()) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (Field constant : raw.getDeclaredFields()) { // initializes nothing, unlike its constants
      if (constant.isEnumConstant()) {
        names.add(constant.getName());
      }
    }
    if (!names.contains(name)) {
      throw ExpressionProblem.unknown(raw.getSimpleName() + " has no " + name, name, names);
    }
  }

  ExpressionProblem unknown(String name) {
    List<String> names = new ArrayList<>(ROOTS);
    names.addAll(scene.names);
    names.removeIf(String::isEmpty);
    if (scene.each != null) {
      names.add("each");
    }
    if (element != null) {
      names.add("it");
      names.addAll(accessors.names(element));
    }
    return ExpressionProblem.unknown("nothing is called " + name, name, names);
  }
}
