// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.time.Instant;
import java.util.Map;

/**
 * One cloud resource as a scan saw it.
 *
 * @param id unique within the account
 * @param type {@code ec2}, {@code rds}, {@code s3}, {@code elb} or {@code sg}
 * @param status in the provider's words, such as {@code running}
 * @param createdAt null when the provider does not say
 * @param metadata further facts, such as {@code publicly_accessible}
 */
public record Resource(
    String id,
    String type,
    String provider,
    String region,
    String accountId,
    String name,
    String status,
    Tags tags,
    Instant createdAt,
    Instant lastSeenAt,
    boolean isOrphaned,
    Map<String, String> metadata) {

  /** The owner from the tags, or null. */
  public String owner() {
    return tags.getOwner();
  }

  /** Whether the tags name an owner. */
  public boolean hasOwner() {
    return tags.getOwner() != null;
  }

  /** The environment from the tags, {@code unknown} when absent. */
  public String environment() {
    return tags.getEnvironment();
  }

  /** Whether the resource is protected. */
  public boolean isBlessed() {
    return tags.isBlessed();
  }
}
