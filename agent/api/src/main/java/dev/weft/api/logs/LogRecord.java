// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.logs;

import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.Tracing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One record of a logging library, as plain fields: what an exporter wants of it is worked out when
 * it is exported, on another thread. Belongs to the span that is current where it is created.
 *
 * <p>Written by one thread until {@link Logs#emit} takes it, read by others afterwards.
 */
public final class LogRecord {
  /** OTLP severity numbers, by their names in the specification. */
  public static final int TRACE = 1;

  public static final int DEBUG = 5;
  public static final int DEBUG2 = 6;
  public static final int DEBUG3 = 7;
  public static final int INFO = 9;
  public static final int WARN = 13;
  public static final int ERROR = 17;
  public static final int FATAL = 21;

  private static final Object[] NONE = {};
  private static final String NAMELESS = "ROOT";

  private final String logger;
  private final int severity;
  private final String severityText;
  private final long epochNanos;
  private final long observedEpochNanos = System.currentTimeMillis() * 1_000_000;
  private final @Nullable SpanContext span;
  private @Nullable String body;
  private @Nullable String event;
  private @Nullable Throwable thrown;
  private Object[] attributes = NONE;

  /**
   * Creates a record without a text.
   *
   * @param logger its name, which becomes the scope; a logger without one is the root
   * @param severity the OTLP severity number
   * @param severityText the same in the words of the library
   * @param epochNanos when it was logged, in nanoseconds since the epoch
   */
  public LogRecord(@Nullable String logger, int severity, String severityText, long epochNanos) {
    this.logger = logger == null || logger.isEmpty() ? NAMELESS : logger;
    this.severity = severity;
    this.severityText = severityText;
    this.epochNanos = epochNanos;
    Span current = Tracing.current();
    this.span = current == null ? null : current.context();
  }

  /** Sets the text, arguments filled in: they may change before it is exported. */
  public LogRecord body(@Nullable String text) {
    body = text;
    return this;
  }

  /** Makes this an event of a name. */
  public LogRecord event(@Nullable String name) {
    event = name;
    return this;
  }

  /** Sets the exception that was logged. */
  public LogRecord thrown(@Nullable Throwable exception) {
    thrown = exception;
    return this;
  }

  /** Adds an attribute; null is ignored. Keys are not looked for: each is to be set once. */
  public LogRecord set(String key, @Nullable Object value) {
    if (value != null) {
      int size = attributes.length;
      attributes = Arrays.copyOf(attributes, size + 2);
      attributes[size] = key;
      attributes[size + 1] = value;
    }
    return this;
  }

  /** Returns the name of the logger. */
  public String logger() {
    return logger;
  }

  /** Returns the OTLP severity number. */
  public int severity() {
    return severity;
  }

  /** Returns the severity in the words of the library. */
  public String severityText() {
    return severityText;
  }

  /** Returns when it was logged, in nanoseconds since the epoch. */
  public long epochNanos() {
    return epochNanos;
  }

  /** Returns when it was seen here, in nanoseconds since the epoch. */
  public long observedEpochNanos() {
    return observedEpochNanos;
  }

  /** Returns the span that it belongs to, or null. */
  public @Nullable SpanContext span() {
    return span;
  }

  /** Returns the text, or null. */
  public @Nullable String body() {
    return body;
  }

  /** Returns the name of the event that this is, or null. */
  public @Nullable String event() {
    return event;
  }

  /** Returns the exception, or null. */
  public @Nullable Throwable thrown() {
    return thrown;
  }

  /** Returns how many attributes are set. */
  public int attributeCount() {
    return attributes.length / 2;
  }

  /** Returns the key of attribute {@code i}. */
  public String attributeKey(int i) {
    return (String) attributes[2 * i];
  }

  /** Returns attribute {@code i}: String, Long, Double, Boolean or String[]. */
  public Object attributeValue(int i) {
    return attributes[2 * i + 1];
  }
}
