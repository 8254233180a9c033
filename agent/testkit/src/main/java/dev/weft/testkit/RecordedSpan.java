// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span as it arrived on the wire. Immutable.
 *
 * @param traceId 32 lower-case hex digits
 * @param spanId 16 lower-case hex digits
 * @param parentSpanId 16 lower-case hex digits, empty for a root span
 * @param traceState W3C trace state, empty if none was sent
 * @param flags OTLP span flags: W3C trace flags in the low byte, remoteness of the parent above
 * @param name span name
 * @param kind span kind
 * @param attributes sorted by key; a value is a String, Long, Double, Boolean, List, Map, or a
 *     read-only ByteBuffer
 * @param events in the order they were sent
 * @param links in the order they were sent
 * @param status status code
 * @param statusMessage description of the status, empty if none was sent
 * @param startNanos start, nanoseconds since the epoch
 * @param endNanos end, nanoseconds since the epoch
 * @param scope instrumentation scope that produced the span
 * @param resource resource attributes, sorted by key
 */
public record RecordedSpan(
    String traceId,
    String spanId,
    String parentSpanId,
    String traceState,
    int flags,
    String name,
    Kind kind,
    Map<String, Object> attributes,
    List<RecordedEvent> events,
    List<RecordedLink> links,
    Status status,
    String statusMessage,
    long startNanos,
    long endNanos,
    RecordedScope scope,
    Map<String, Object> resource) {

  private static final int SAMPLED = 0x001;
  private static final int PARENT_IS_REMOTE = 0x200;

  /** Span kinds of OTLP. */
  public enum Kind {
    UNSPECIFIED,
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
  }

  /** Status codes of OTLP. */
  public enum Status {
    UNSET,
    OK,
    ERROR
  }

  /** Returns whether the span was sent without a parent. */
  public boolean isRoot() {
    return parentSpanId.isEmpty();
  }

  /** Returns whether the given span is the direct parent of this one. */
  public boolean isChildOf(RecordedSpan parent) {
    return traceId.equals(parent.traceId) && parentSpanId.equals(parent.spanId);
  }

  /** Returns whether the W3C sampled flag is set. */
  public boolean isSampled() {
    return (flags & SAMPLED) != 0;
  }

  /** Returns whether the sender says that the parent came from another process. */
  public boolean hasRemoteParent() {
    return (flags & PARENT_IS_REMOTE) != 0;
  }

  /** Returns the value of an attribute, or null if the span has none of that key. */
  public @Nullable Object attribute(String key) {
    return attributes.get(key);
  }

  /** Returns the first event of the given name. */
  public Optional<RecordedEvent> event(String eventName) {
    return events.stream().filter(event -> event.name().equals(eventName)).findFirst();
  }

  /** Returns the time between start and end. */
  public Duration duration() {
    return Duration.ofNanos(endNanos - startNanos);
  }
}
