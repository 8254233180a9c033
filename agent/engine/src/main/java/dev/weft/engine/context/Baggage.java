// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * W3C Baggage, passed on as it came: nothing here reads or changes it, so there is nothing to
 * parse. Longer than the specification's 8192 bytes, it is dropped.
 */
final class Baggage implements Propagator {
  @Override
  public <C> void inject(SpanContext context, C carrier, Setter<C> setter) {
    String baggage = context.baggage();
    if (baggage != null) {
      setter.set(carrier, "baggage", baggage);
    }
  }

  @Override
  public <C> @Nullable SpanContext extract(
      @Nullable SpanContext before, C carrier, Getter<C> getter) {
    String baggage = HeaderText.passable(getter.get(carrier, "baggage"));
    if (baggage == null) {
      return before;
    }
    return before == null
        ? SpanContext.remote(0, 0, 0, false, null, baggage)
        : before.withBaggage(baggage);
  }
}
