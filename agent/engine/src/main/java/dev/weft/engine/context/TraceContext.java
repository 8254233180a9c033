// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** W3C Trace Context, level 2: {@code traceparent} and {@code tracestate}. */
final class TraceContext implements Propagator {
  private static final int LENGTH = 55;
  private static final int SAMPLED = 1;
  private static final int RANDOM = 2;

  @Override
  public <C> void inject(SpanContext context, C carrier, Setter<C> setter) {
    if (!context.valid()) {
      return;
    }
    StringBuilder parent = new StringBuilder(LENGTH);
    parent.append("00-").append(context.traceIdText());
    parent.append('-').append(context.spanIdText());
    parent.append('-').append(context.flagsText());
    setter.set(carrier, "traceparent", parent.toString());
    String state = context.traceState();
    if (state != null && !state.isEmpty()) {
      setter.set(carrier, "tracestate", state);
    }
  }

  @Override
  public <C> @Nullable SpanContext extract(
      @Nullable SpanContext before, C carrier, Getter<C> getter) {
    String parent = getter.get(carrier, "traceparent");
    if (parent == null || !wellFormed(parent)) {
      return before;
    }
    long flags = Hex.number(parent, 53, 55);
    SpanContext read =
        SpanContext.remote(
            Hex.number(parent, 3, 19),
            Hex.number(parent, 19, 35),
            Hex.number(parent, 36, 52),
            (flags & SAMPLED) != 0,
            (flags & RANDOM) != 0,
            HeaderText.passable(getter.get(carrier, "tracestate")),
            before == null ? null : before.baggage());
    return read.valid() ? read : before;
  }

  /** A later version may be longer, version 00 may not (§3.2.2). */
  private static boolean wellFormed(String parent) {
    int length = parent.length();
    return length >= LENGTH
        && Hex.digits(parent, 0, 2)
        && parent.charAt(2) == '-'
        && Hex.digits(parent, 3, 35)
        && parent.charAt(35) == '-'
        && Hex.digits(parent, 36, 52)
        && parent.charAt(52) == '-'
        && Hex.digits(parent, 53, 55)
        && !parent.startsWith("ff")
        && (length == LENGTH || !parent.startsWith("00") && parent.charAt(LENGTH) == '-');
  }
}
