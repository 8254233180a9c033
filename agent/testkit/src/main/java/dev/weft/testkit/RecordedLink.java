// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.Map;

/**
 * A link from a {@link RecordedSpan} to another span.
 *
 * @param traceId linked trace, 32 lower-case hex digits
 * @param spanId linked span, 16 lower-case hex digits
 * @param traceState W3C trace state of the linked span, empty if none was sent
 * @param attributes sorted by key; value types as in {@link RecordedSpan#attributes()}
 */
public record RecordedLink(
    String traceId, String spanId, String traceState, Map<String, Object> attributes) {}
