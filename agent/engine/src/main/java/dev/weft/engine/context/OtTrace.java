// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * The headers of OpenTracing's basic tracers, {@code ot-tracer-*}, and {@code ot-baggage-<key>}.
 * Trace ids have 64 bits there, so the upper half of ours is lost.
 */
final class OtTrace implements Propagator {
  private static final String BAGGAGE_PREFIX = "ot-baggage-";

  @Override
  public <C> void inject(SpanContext context, C carrier, Setter<C> setter) {
    if (!context.valid()) {
      return;
    }
    setter.set(carrier, "ot-tracer-traceid", context.traceIdText().substring(16));
    setter.set(carrier, "ot-tracer-spanid", context.spanIdText());
    setter.set(carrier, "ot-tracer-sampled", context.sampled() ? "true" : "false");
    BaggageHeaders.write(context.baggage(), BAGGAGE_PREFIX, carrier, setter);
  }

  @Override
  public <C> @Nullable SpanContext extract(
      @Nullable SpanContext before, C carrier, Getter<C> getter) {
    String trace = getter.get(carrier, "ot-tracer-traceid");
    String span = getter.get(carrier, "ot-tracer-spanid");
    if (trace == null || span == null) {
      return before;
    }
    String sampled = getter.get(carrier, "ot-tracer-sampled");
    boolean record = "1".equals(sampled) || "true".equalsIgnoreCase(sampled);
    SpanContext read = Remote.padded(trace, span, record, before);
    if (read == null) {
      return before;
    }
    BaggageText baggage = new BaggageText();
    BaggageHeaders.read(BAGGAGE_PREFIX, carrier, getter, baggage);
    return Remote.with(baggage.header(), read);
  }
}
