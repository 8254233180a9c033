// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.util.List;
import java.util.Map;

/**
 * The outcome of all policies for all resources of a scan.
 *
 * @param evaluations how often a policy was applied to a resource
 * @param results by resource id
 */
public record PolicyEvaluation(
    int policyCount, int resourceCount, int evaluations, Map<String, PolicyResult> results) {

  /** All violations, in the order of the resources. */
  public List<PolicyViolation> violations() {
    return results.values().stream().flatMap(result -> result.violations().stream()).toList();
  }

  /** The number of violations of one level. */
  public long count(RiskLevel level) {
    return violations().stream().filter(violation -> violation.severity() == level).count();
  }
}
