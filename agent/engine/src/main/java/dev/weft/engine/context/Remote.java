// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import dev.weft.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** Makes contexts of what propagators have read. */
final class Remote {
  private static final int TRACE_DIGITS = 32;
  private static final int SPAN_DIGITS = 16;

  private Remote() {}

  /**
   * Returns the context of ids whose leading zeros may be missing, or null where they are none.
   *
   * @param before whose baggage is kept
   */
  static @Nullable SpanContext padded(
      String trace, String span, boolean sampled, @Nullable SpanContext before) {
    return padded(trace, span, sampled, before, null);
  }

  static @Nullable SpanContext padded(
      String trace,
      String span,
      boolean sampled,
      @Nullable SpanContext before,
      @Nullable String traceState) {
    int traceDigits = trace.length();
    int spanDigits = span.length();
    boolean wellFormed =
        traceDigits > 0
            && traceDigits <= TRACE_DIGITS
            && spanDigits > 0
            && spanDigits <= SPAN_DIGITS
            && Hex.digits(trace, 0, traceDigits)
            && Hex.digits(span, 0, spanDigits);
    if (!wellFormed) {
      return null;
    }
    int low = Math.max(0, traceDigits - 16);
    SpanContext read =
        SpanContext.remote(
            Hex.number(trace, 0, low),
            Hex.number(trace, low, traceDigits),
            Hex.number(span, 0, spanDigits),
            sampled,
            traceState,
            before == null ? null : before.baggage());
    return read.valid() ? read : null;
  }

  /** Returns a context with baggage, if there is some, in place of what it had. */
  static @Nullable SpanContext with(@Nullable String baggage, @Nullable SpanContext context) {
    if (baggage == null) {
      return context;
    }
    return context == null
        ? SpanContext.remote(0, 0, 0, false, null, baggage)
        : context.withBaggage(baggage);
  }
}
