// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.time.Instant;
import java.util.Map;

/**
 * One difference between the last recorded state and the present one.
 *
 * @param current null when the resource disappeared
 * @param previous null when the resource was not known before
 * @param details one line for people
 * @param diff old and new values, such as {@code tags.owner.old} and {@code tags.owner.new}
 */
public record Change(
    ChangeType type,
    String resourceId,
    Resource current,
    Resource previous,
    Instant timestamp,
    String details,
    Map<String, String> diff) {

  /** The resource as last seen; never null. */
  public Resource resource() {
    return current != null ? current : previous;
  }

  /** How much this change matters. */
  public Severity severity() {
    return switch (type) {
      case DISAPPEARED -> resource().isBlessed() ? Severity.CRITICAL : Severity.WARNING;
      case TAG_DRIFT, MODIFIED, STATUS_CHANGED, UNMANAGED -> Severity.WARNING;
      case APPEARED -> Severity.INFO;
      case BASELINE -> Severity.DEBUG;
    };
  }
}
