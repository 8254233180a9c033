// SPDX-License-Identifier: Apache-2.0
package io.elava.policy;

import io.elava.model.PolicyViolation;
import io.elava.model.Verdict;
import java.util.Optional;

/** One rule about resources. */
interface Policy {

  /** Unique among the policies. */
  String name();

  /** What to say about a resource that violates this policy. */
  Verdict verdict();

  /** The violation, if the resource violates this policy. */
  Optional<PolicyViolation> check(PolicyInput input);
}
