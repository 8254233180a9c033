// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import dev.weft.api.trace.Propagator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Baggage as one header per entry, its name made of a prefix and the key. */
final class BaggageHeaders {
  private BaggageHeaders() {}

  /** Writes what can be sent: the value is not encoded in this form. */
  static <C> void write(
      @Nullable String baggage, String prefix, C carrier, Propagator.Setter<C> setter) {
    if (baggage == null) {
      return;
    }
    for (Map.Entry<String, String> entry : BaggageText.entries(baggage).entrySet()) {
      String value = HeaderText.passable(entry.getValue());
      if (value != null) {
        setter.set(carrier, prefix + entry.getKey(), value);
      }
    }
  }

  /** Adds what headers with a prefix hold. */
  static <C> void read(String prefix, C carrier, Propagator.Getter<C> getter, BaggageText into) {
    for (String name : getter.names(carrier)) {
      int start = prefix.length();
      if (name != null && name.length() > start && name.regionMatches(true, 0, prefix, 0, start)) {
        String value = getter.get(carrier, name);
        if (value != null) {
          into.add(name.substring(start).toLowerCase(Locale.ROOT), value);
        }
      }
    }
  }
}
