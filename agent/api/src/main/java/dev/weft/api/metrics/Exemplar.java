// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import dev.weft.api.trace.SpanContext;

/** A recorded value and the span that it was recorded in. Immutable. */
public final class Exemplar {
  private final double value;
  private final long epochNanos;
  private final SpanContext span;

  Exemplar(double value, long epochNanos, SpanContext span) {
    this.value = value;
    this.epochNanos = epochNanos;
    this.span = span;
  }

  /** Returns the value. */
  public double value() {
    return value;
  }

  /** Returns when it was recorded, in nanoseconds since the epoch. */
  public long epochNanos() {
    return epochNanos;
  }

  /** Returns the identity of the span. */
  public SpanContext span() {
    return span;
  }
}
