// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import dev.weft.api.trace.BaggageAttributes;
import dev.weft.api.trace.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Copies chosen entries of the baggage, or all with {@code *}. */
public final class CopiedBaggage implements BaggageAttributes {
  private final Set<String> keys;
  private final boolean all;

  /** Creates it for the keys of entries. */
  public CopiedBaggage(Collection<String> keys) {
    this.keys = new HashSet<>(keys);
    this.all = this.keys.contains("*");
  }

  @Override
  public void copy(String baggage, Span span) {
    for (Map.Entry<String, String> entry : BaggageText.entries(baggage).entrySet()) {
      if (all || keys.contains(entry.getKey())) {
        span.set(entry.getKey(), entry.getValue());
      }
    }
  }
}
