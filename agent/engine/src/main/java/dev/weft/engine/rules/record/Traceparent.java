// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.engine.context.Propagators;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** The identities of spans that an application keeps as texts, as W3C Trace Context has them. */
final class Traceparent {
  private static final Propagator W3C = Propagators.of(Collections.singletonList("tracecontext"));
  private static final int MOST = 128;

  private Traceparent() {}

  /** Returns null where the text is none. */
  static @Nullable SpanContext read(String text) {
    return W3C.extract(null, text, (given, name) -> name.equals("traceparent") ? given : null);
  }

  /** Links a span to one identity, or to each of a collection. */
  static void link(Span span, @Nullable Object texts) {
    if (texts instanceof String) {
      span.link(read((String) texts));
    } else if (texts instanceof Iterable) {
      int count = 0;
      for (Object text : (Iterable<?>) texts) {
        if (count++ == MOST) {
          return;
        }
        if (text instanceof String) {
          span.link(read((String) text));
        }
      }
    }
  }
}
