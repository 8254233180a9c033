// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.internal.W3CTraceContextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code tracestate}, and writes it as it is exported: without what is malformed.
 * The spans of a trace have the same one: the last ones are remembered. Used by one thread.
 */
public final class TraceStates {
  /** A power of two; two that collide are worked out again. */
  private static final int REMEMBERED = 64;

  private final @Nullable String[] known = new String[REMEMBERED];
  private final String[] exported = new String[REMEMBERED];

  /** Returns the text to be exported for a header, or an empty one. */
  String of(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      return "";
    }
    int place = header.hashCode() & (REMEMBERED - 1);
    if (!header.equals(known[place])) {
      TraceState state = read(header);
      exported[place] = state.isEmpty() ? "" : W3CTraceContextEncoding.encodeTraceState(state);
      known[place] = header;
    }
    return exported[place];
  }

  /** Returns what a header says. */
  public static TraceState read(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      return TraceState.getDefault();
    }
    try {
      return W3CTraceContextEncoding.decodeTraceState(header);
    } catch (IllegalArgumentException malformed) {
      return TraceState.getDefault();
    }
  }
}
