// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the names in an expression stand for, and of which types: those of one method. Immutable.
 */
public final class Scene {
  final Type self;
  final List<Type> arguments;
  final List<String> names;
  final Type returned;
  final @Nullable Type each;

  /**
   * Creates it.
   *
   * @param self the class that declares the method
   * @param arguments generic where the method says so
   * @param names of the arguments, as the rule calls them; empty texts where it does not
   * @param returned what a {@code CompletionStage} yields where it is one; {@code void.class} for
   *     nothing
   */
  public Scene(Type self, List<Type> arguments, List<String> names, Type returned) {
    this(self, arguments, names, returned, null);
  }

  private Scene(
      Type self, List<Type> arguments, List<String> names, Type returned, @Nullable Type each) {
    this.self = self;
    this.arguments = arguments;
    this.names = names;
    this.returned = returned;
    this.each = each;
  }

  /** Returns the same with elements of a type. */
  public Scene each(Type element) {
    return new Scene(self, arguments, names, returned, element);
  }
}
