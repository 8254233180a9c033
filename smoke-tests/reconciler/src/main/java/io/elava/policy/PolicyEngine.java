// SPDX-License-Identifier: Apache-2.0
package io.elava.policy;

import io.elava.model.PolicyEvaluation;
import io.elava.model.PolicyResult;
import io.elava.model.Resource;
import io.elava.model.Scan;
import java.util.List;

/** Applies all policies. Safe for use by several threads. */
public interface PolicyEngine {

  /** Applies all policies to all resources of a scan. */
  PolicyEvaluation evaluateAll(Scan scan, List<Resource> resources);

  /** Applies all policies to one resource. */
  PolicyResult evaluate(PolicyInput input);
}
