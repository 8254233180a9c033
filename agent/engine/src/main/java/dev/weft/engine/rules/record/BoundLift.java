// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.engine.rules.expression.AttributeValue;
import dev.weft.engine.rules.model.Combining;
import dev.weft.engine.rules.model.LiftPart;
import org.jspecify.annotations.Nullable;

/** A value that a call gives to one above it, bound to one method. Immutable. */
final class BoundLift {
  private final LiftPart part;
  private final BoundFormula value;

  BoundLift(LiftPart part, BoundFormula value) {
    this.part = part;
    this.value = value;
  }

  void lift(RuleCall call) {
    if (!value.at.includes(call.thrown() != null)) {
      return;
    }
    Object found = call.valueOf(value);
    if (found == null) {
      return;
    }
    for (RuleCall above = call.outer(); above != null; above = above.outer()) {
      if (above.isCalled(part.target)) {
        above.lifted(part.attribute, part.with, given(call, found));
        return;
      }
    }
  }

  /** What is only kept may be any object; what is counted with has to be a number or the like. */
  private @Nullable Object given(RuleCall call, Object found) {
    if (part.with == Combining.FIRST || part.with == Combining.LAST) {
      return found;
    }
    try {
      return AttributeValue.of(found);
    } catch (Throwable problem) {
      call.failed(value, problem);
      return null;
    }
  }
}
