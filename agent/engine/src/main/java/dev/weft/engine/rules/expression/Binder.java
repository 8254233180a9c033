// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Type;
import java.util.Set;

/** Binds expressions to the types of methods: by reflection, once. Immutable. */
public final class Binder {
  private final Accessors accessors;

  /**
   * Creates it.
   *
   * @param allowed methods without parameters that may be called besides accessors: class, dot,
   *     method
   */
  public Binder(Set<String> allowed) {
    this.accessors = new Accessors(allowed);
  }

  /**
   * Returns an expression ready to be worked out.
   *
   * @throws ExpressionProblem where a name is not known, or types do not fit: with the nearest name
   */
  public Value bind(Expression expression, Scene scene) throws ExpressionProblem {
    return expression.bind(new Binding(scene, accessors, null));
  }

  /** Returns the type of the elements of a collection, an array or a map's values. */
  public Type elementOf(Value collection) throws ExpressionProblem {
    return Elements.type(collection.type());
  }
}
