// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import org.jspecify.annotations.Nullable;

/** Something that happened during an operation. Immutable: its array must not be changed. */
public final class SpanEvent {
  private static final Object[] NONE = {};

  private final String name;
  private final long epochNanos;
  private final @Nullable Object[] attributes;
  private final @Nullable Throwable thrown;

  SpanEvent(String name, long epochNanos, @Nullable Object[] keysAndValues) {
    this.name = name;
    this.epochNanos = epochNanos;
    this.attributes = keysAndValues;
    this.thrown = null;
  }

  SpanEvent(Throwable exception, long epochNanos) {
    this.name = "exception";
    this.epochNanos = epochNanos;
    this.attributes = NONE;
    this.thrown = exception;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns when it happened, in nanoseconds since the epoch. */
  public long epochNanos() {
    return epochNanos;
  }

  /** Returns the exception that is described by the attributes, or null. */
  public @Nullable Throwable thrown() {
    return thrown;
  }

  /** Returns how many attributes there are, those with a null value included. */
  public int attributeCount() {
    return attributes.length / 2;
  }

  /** Returns the key of attribute {@code i}. */
  public String attributeKey(int i) {
    return String.valueOf(attributes[2 * i]);
  }

  /**
   * Returns attribute {@code i}: String, Long, Double, Boolean or String[]; null to leave it out.
   */
  public @Nullable Object attributeValue(int i) {
    return attributes[2 * i + 1];
  }
}
