// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.trace.Span;
import dev.weft.engine.rules.model.At;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of a rule's span, bound to one method. Immutable. */
final class BoundEvent {
  final At at;
  private final String name;
  private final @Nullable BoundFormula when;
  private final BoundAttributes attributes;

  BoundEvent(At at, String name, @Nullable BoundFormula when, BoundAttributes attributes) {
    this.at = at;
    this.name = name;
    this.when = when;
    this.attributes = attributes;
  }

  void to(Span span, RuleCall call) {
    if (when != null && !call.isTrue(when)) {
      return;
    }
    if (attributes.size() == 0) {
      span.event(name);
      return;
    }
    List<Object> keysAndValues = new ArrayList<>();
    attributes.to(
        call,
        (key, value) -> {
          keysAndValues.add(key);
          keysAndValues.add(value);
        });
    span.event(name, keysAndValues.toArray());
  }
}
