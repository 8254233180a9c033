// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.Map;

/**
 * One measurement of a {@link RecordedPoint} together with the span it was made in.
 *
 * @param traceId 32 lower-case hex digits, empty if measured outside of a span
 * @param spanId 16 lower-case hex digits, empty if measured outside of a span
 * @param value a Long or a Double
 * @param attributes those of the measurement that are not in the point, sorted by key
 */
public record RecordedExemplar(
    String traceId, String spanId, Number value, Map<String, Object> attributes) {}
