// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.time.Instant;
import java.util.Map;

/**
 * What to do about one change.
 *
 * @param policy what the policies said, null when the resource is gone
 * @param metadata {@code change_type}, {@code severity}, {@code notification_channels}
 */
public record Decision(
    Action action,
    String resourceId,
    String resourceType,
    String environment,
    String reason,
    boolean isBlessed,
    PolicyResult policy,
    Instant createdAt,
    Map<String, String> metadata) {}
