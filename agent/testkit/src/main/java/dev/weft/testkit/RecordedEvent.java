// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.Map;

/**
 * An event of a {@link RecordedSpan}, such as {@code exception}.
 *
 * @param name event name
 * @param timeNanos nanoseconds since the epoch
 * @param attributes sorted by key; value types as in {@link RecordedSpan#attributes()}
 */
public record RecordedEvent(String name, long timeNanos, Map<String, Object> attributes) {}
