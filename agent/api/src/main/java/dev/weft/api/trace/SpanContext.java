// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import org.jspecify.annotations.Nullable;

/** The identity of a span, and what travels along with it to other processes. Immutable. */
public final class SpanContext {
  static final SpanContext NONE =
      new SpanContext(new TraceId(0, 0), 0, false, false, false, false, null, null);

  private static final String[] FLAGS = {"00", "01", "02", "03"};

  private final TraceId traceId;
  private final long spanId;
  private final boolean sampled;
  private final boolean random;
  private final boolean remote;
  private final boolean debug;
  private final @Nullable String traceState;
  private final @Nullable String baggage;

  /** Worked out when it is asked for; threads that do so at the same time find the same. */
  private @Nullable String spanIdText;

  SpanContext(
      TraceId traceId,
      long spanId,
      boolean sampled,
      boolean random,
      boolean remote,
      boolean debug,
      @Nullable String traceState,
      @Nullable String baggage) {
    this.traceId = traceId;
    this.spanId = spanId;
    this.sampled = sampled;
    this.random = random;
    this.remote = remote;
    this.debug = debug;
    this.traceState = traceState;
    this.baggage = baggage;
  }

  /** Creates the identity of a span in another process, as a propagator has read it. */
  public static SpanContext remote(
      long traceIdHigh,
      long traceIdLow,
      long spanId,
      boolean sampled,
      @Nullable String traceState,
      @Nullable String baggage) {
    return remote(traceIdHigh, traceIdLow, spanId, sampled, false, traceState, baggage);
  }

  /** Creates the identity of a span in another process that also says whether its id is random. */
  public static SpanContext remote(
      long traceIdHigh,
      long traceIdLow,
      long spanId,
      boolean sampled,
      boolean random,
      @Nullable String traceState,
      @Nullable String baggage) {
    TraceId traceId = new TraceId(traceIdHigh, traceIdLow);
    return new SpanContext(traceId, spanId, sampled, random, true, false, traceState, baggage);
  }

  /** Returns this with B3's debug flag, which asks everybody on the way to record the trace. */
  public SpanContext debugging() {
    return new SpanContext(traceId, spanId, sampled, random, remote, true, traceState, baggage);
  }

  /** Returns this with another W3C {@code baggage}. */
  public SpanContext withBaggage(@Nullable String other) {
    return new SpanContext(traceId, spanId, sampled, random, remote, debug, traceState, other);
  }

  /** Returns whether there is a trace: a context may carry baggage alone. */
  public boolean valid() {
    return (traceId.high | traceId.low) != 0 && spanId != 0;
  }

  /** Returns the upper half of the trace id. */
  public long traceIdHigh() {
    return traceId.high;
  }

  /** Returns the lower half of the trace id. */
  public long traceIdLow() {
    return traceId.low;
  }

  /** Returns the span id. */
  public long spanId() {
    return spanId;
  }

  /** Returns the trace id as 32 hexadecimal digits. */
  public String traceIdText() {
    return traceId.text();
  }

  /** Returns the span id as 16 hexadecimal digits. */
  public String spanIdText() {
    String text = spanIdText;
    if (text == null) {
      text = TraceId.hex(spanId);
      spanIdText = text;
    }
    return text;
  }

  /** Returns whether the trace is recorded. */
  public boolean sampled() {
    return sampled;
  }

  /** Returns whether the trace id is known to be random, as W3C Trace Context, level 2, has it. */
  public boolean random() {
    return random;
  }

  /** Returns the W3C trace flags, a byte. */
  public int flags() {
    return (sampled ? 1 : 0) | (random ? 2 : 0);
  }

  /** Returns the W3C trace flags as two hexadecimal digits. */
  public String flagsText() {
    return FLAGS[flags()];
  }

  /** Returns whether this came from another process. */
  public boolean remote() {
    return remote;
  }

  /** Returns whether the trace came with B3's debug flag. */
  public boolean debug() {
    return debug;
  }

  /** Returns the W3C {@code tracestate}, as received, or null. */
  public @Nullable String traceState() {
    return traceState;
  }

  /** Returns the W3C {@code baggage}, as received, or null. */
  public @Nullable String baggage() {
    return baggage;
  }

  /** Returns the trace id, to be shared by the contexts of its spans. */
  TraceId traceId() {
    return traceId;
  }
}
