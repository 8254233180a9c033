// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.Scope;
import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.Protocol;
import dev.weft.api.trace.Samplers;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.SpanSink;
import dev.weft.api.trace.Tracing;

/** Spans for tests, recorded as an instrumentation does. */
final class Spans {
  static final Scope SCOPE = Scope.of("export.test", "1.37.0");

  private Spans() {}

  static void goTo(SpanSink sink) {
    Tracing.install(sink, Samplers.parentBased(Samplers.ALWAYS_ON), Propagator.NONE, false);
  }

  static void goNowhere() {
    goTo(span -> {});
  }

  static Span named(String name) {
    return Tracing.startInternal(SCOPE, name);
  }

  static Span childOf(SpanContext remote) {
    return Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote);
  }
}
