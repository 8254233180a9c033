// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of a span. Immutable. */
public final class EventPart {
  public final String name;
  public final At at;
  public final @Nullable Formula when;
  public final List<NamedFormula> attributes;

  /** Creates it. */
  public EventPart(String name, At at, @Nullable Formula when, List<NamedFormula> attributes) {
    this.name = name;
    this.at = at;
    this.when = when;
    this.attributes = attributes;
  }
}
