// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.trace.Span;
import dev.weft.engine.export.otlp.TraceStates;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

/** The SDK's identities of spans for ours. */
final class SdkContexts {
  private SdkContexts() {}

  /** Returns the identity of a span. */
  static SpanContext of(dev.weft.api.trace.SpanContext context) {
    TraceFlags flags = TraceFlags.fromByte((byte) context.flags());
    TraceState states = TraceStates.read(context.traceState());
    return context.remote()
        ? SpanContext.createFromRemoteParent(
            context.traceIdText(), context.spanIdText(), flags, states)
        : SpanContext.create(context.traceIdText(), context.spanIdText(), flags, states);
  }

  /** Returns the identity of a span's parent; a remote one is taken to be in the span's state. */
  static SpanContext ofParent(Span span, SpanContext own) {
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
