// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.time.Instant;

/** The scan in progress, passed to all its phases. */
public record Scan(
    String id,
    ScanType type,
    String provider,
    String region,
    String instanceId,
    long revision,
    Instant startedAt) {

  /** Whether nothing was recorded before this scan. */
  public boolean isFirst() {
    return type == ScanType.BASELINE;
  }
}
