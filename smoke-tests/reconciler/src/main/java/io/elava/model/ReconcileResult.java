// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All that one scan found, decided and did. */
public record ReconcileResult(
    Scan scan,
    Instant completedAt,
    List<Resource> resources,
    List<Change> changes,
    PolicyEvaluation policy,
    List<Decision> decisions,
    ExecutionResult execution) {

  /** How long the scan took. */
  public Duration duration() {
    return Duration.between(scan.startedAt(), completedAt);
  }

  /** The number of changes of one type. */
  public long changes(ChangeType type) {
    return changes.stream().filter(change -> change.type() == type).count();
  }
}
