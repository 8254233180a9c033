// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

import dev.weft.engine.rules.expression.Expression;

/** An expression or a template, and where it is written. Immutable. */
public final class Formula {
  public final Expression expression;
  public final Place place;

  /** Creates it. */
  public Formula(Expression expression, Place place) {
    this.expression = expression;
    this.place = place;
  }
}
