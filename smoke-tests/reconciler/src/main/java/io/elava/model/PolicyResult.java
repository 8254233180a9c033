// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What all policies together say about one resource.
 *
 * @param action the action of the worst violation, null when there is none
 * @param confidence from 0 to 1
 */
public record PolicyResult(
    String resourceId,
    Verdict verdict,
    Action action,
    String reason,
    double confidence,
    List<PolicyViolation> violations) {

  /** Whether any policy applied. */
  public boolean matched() {
    return !violations.isEmpty();
  }

  /** The violation of the highest level; the first one among equals. */
  public Optional<PolicyViolation> worst() {
    Comparator<PolicyViolation> byLevel = Comparator.comparing(PolicyViolation::severity);
    return violations.stream().reduce((a, b) -> byLevel.compare(a, b) >= 0 ? a : b);
  }
}
