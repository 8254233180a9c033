// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** Zipkin's B3: reads one header or several, writes what it was made for. */
final class B3 implements Propagator {
  private final boolean single;

  B3(boolean single) {
    this.single = single;
  }

  @Override
  public <C> void inject(SpanContext context, C carrier, Setter<C> setter) {
    if (!context.valid()) {
      return;
    }
    String sampled = context.sampled() ? "1" : "0";
    if (single) {
      sampled = context.debug() ? "d" : sampled;
      String ids = context.traceIdText() + "-" + context.spanIdText();
      setter.set(carrier, "b3", ids + "-" + sampled);
      return;
    }
    setter.set(carrier, "X-B3-TraceId", context.traceIdText());
    setter.set(carrier, "X-B3-SpanId", context.spanIdText());
    setter.set(carrier, "X-B3-Sampled", context.debug() ? "1" : sampled);
    if (context.debug()) {
      setter.set(carrier, "X-B3-Flags", "1");
    }
  }

  @Override
  public <C> @Nullable SpanContext extract(
      @Nullable SpanContext before, C carrier, Getter<C> getter) {
    String b3 = getter.get(carrier, "b3");
    SpanContext read = b3 == null ? null : single(b3, before);
    if (read == null) {
      String trace = getter.get(carrier, "X-B3-TraceId");
      String span = getter.get(carrier, "X-B3-SpanId");
      String sampled =
          "1".equals(getter.get(carrier, "X-B3-Flags")) ? "d" : getter.get(carrier, "X-B3-Sampled");
      read = trace == null || span == null ? null : context(trace, span, sampled, before);
    }
    return read == null ? before : read;
  }

  private static @Nullable SpanContext single(String b3, @Nullable SpanContext before) {
    int first = b3.indexOf('-');
    if (first < 0) {
      return null;
    }
    int second = b3.indexOf('-', first + 1);
    String span = b3.substring(first + 1, second < 0 ? b3.length() : second);
    String sampled = second < 0 ? null : b3.substring(second + 1);
    int third = sampled == null ? -1 : sampled.indexOf('-');
    if (third >= 0 && sampled != null && sampled.indexOf('-', third + 1) >= 0) {
      return null;
    }
    return context(
        b3.substring(0, first),
        span,
        sampled == null || third < 0 ? sampled : sampled.substring(0, third),
        before);
  }

  private static @Nullable SpanContext context(
      String trace, String span, @Nullable String sampled, @Nullable SpanContext before) {
    int digits = trace.length();
    boolean wellFormed =
        (digits == 16 || digits == 32)
            && Hex.digits(trace, 0, digits)
            && span.length() == 16
            && Hex.digits(span, 0, 16);
    if (!wellFormed) {
      return null;
    }
    boolean record = "1".equals(sampled) || "d".equals(sampled) || "true".equalsIgnoreCase(sampled);
    SpanContext read =
        SpanContext.remote(
            digits == 32 ? Hex.number(trace, 0, 16) : 0,
            Hex.number(trace, digits - 16, digits),
            Hex.number(span, 0, 16),
            record,
            null,
            before == null ? null : before.baggage());
    if (!read.valid()) {
      return null;
    }
    return "d".equals(sampled) ? read.debugging() : read;
  }
}
