// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.Map;

/**
 * A log record as it arrived on the wire. Immutable.
 *
 * @param timeNanos time of the event, nanoseconds since the epoch, 0 if not sent
 * @param observedNanos time of collection, nanoseconds since the epoch, 0 if not sent
 * @param severityNumber OTLP severity, 1 (trace) to 24 (fatal), 0 if not sent
 * @param severityText severity in the words of the logging library, empty if not sent
 * @param eventName empty if the record is not an event
 * @param body usually a String; value types as in {@link RecordedSpan#attributes()}
 * @param attributes sorted by key; value types as in {@link RecordedSpan#attributes()}
 * @param traceId 32 lower-case hex digits, empty if logged outside of a span
 * @param spanId 16 lower-case hex digits, empty if logged outside of a span
 * @param scope instrumentation scope, for log appenders the logger's name
 * @param resource resource attributes, sorted by key
 */
public record RecordedLog(
    long timeNanos,
    long observedNanos,
    int severityNumber,
    String severityText,
    String eventName,
    Object body,
    Map<String, Object> attributes,
    String traceId,
    String spanId,
    RecordedScope scope,
    Map<String, Object> resource) {}
