// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.engine.rules.model.BelowPart;
import dev.weft.engine.rules.model.Combining;
import org.jspecify.annotations.Nullable;

/** What is made of the spans below a call, bound to one method. Immutable. */
final class BoundBelow {
  final BelowPart part;
  private final @Nullable BoundFormula where;
  private final @Nullable BoundFormula value;

  BoundBelow(BelowPart part, @Nullable BoundFormula where, @Nullable BoundFormula value) {
    this.part = part;
    this.where = where;
    this.value = value;
  }

  /** Takes a span that has ended. */
  void ended(SpanMoment moment, Tally tally) {
    if (part.signal != null || where != null && !moment.isTrue(where)) {
      return;
    }
    tally.add(value == null ? Long.valueOf(1) : moment.valueOf(value));
  }

  /** Takes something that no span tells. */
  void observed(String signal, long count, Tally tally) {
    if (signal.equals(part.signal)) {
      tally.add(count);
    }
  }

  Tally tally() {
    return new Tally(part.signal == null ? part.with : Combining.SUM);
  }
}
