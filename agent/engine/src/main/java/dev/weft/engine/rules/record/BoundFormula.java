// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.engine.rules.expression.Value;
import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.Place;

/** An expression that is bound to one method, what it is for, and when it is worked out. */
final class BoundFormula {
  /** The name of an attribute or the like. */
  final String name;

  final Value value;
  final At at;
  final Place place;

  /** Whether a failure was reported; a race reports it twice. */
  boolean reported;

  BoundFormula(String name, Value value, At at, Place place) {
    this.name = name;
    this.value = value;
    this.at = at;
    this.place = place;
  }
}
