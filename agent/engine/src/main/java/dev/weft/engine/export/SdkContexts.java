// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.trace.Span;
import dev.weft.engine.export.otlp.TraceStates;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's identities of spans for ours. A span's is asked for as its own, as the parent of those
 * below, and for each line that it logs: the last ones are remembered. Used by the export thread
 * alone.
 */
final class SdkContexts {
  /** A power of two; two that collide are made again. */
  private static final int REMEMBERED = 256;

  private final dev.weft.api.trace.@Nullable SpanContext[] known =
      new dev.weft.api.trace.SpanContext[REMEMBERED];
  private final @Nullable SpanContext[] made = new SpanContext[REMEMBERED];

  /** Returns the identity of a span. */
  SpanContext of(dev.weft.api.trace.SpanContext context) {
    int place = (int) context.spanId() & (REMEMBERED - 1);
    SpanContext remembered = made[place];
    if (remembered != null && known[place] == context) {
      return remembered;
    }
    SpanContext created =
        SpanContext.create(
            context.traceIdText(),
            context.spanIdText(),
            TraceFlags.fromByte((byte) context.flags()),
            TraceStates.read(context.traceState()));
    known[place] = context;
    made[place] = created;
    return created;
  }

  /** Returns the identity of a span's parent; a remote one is taken to be in the span's state. */
  SpanContext ofParent(Span span, SpanContext own) {
    dev.weft.api.trace.SpanContext parent = span.parent();
    if (parent == null || parent.spanId() == 0) {
      return SpanContext.getInvalid();
    }
    if (parent.remote()) {
      return SpanContext.createFromRemoteParent(
          own.getTraceId(), parent.spanIdText(), own.getTraceFlags(), own.getTraceState());
    }
    return of(parent);
  }
}
