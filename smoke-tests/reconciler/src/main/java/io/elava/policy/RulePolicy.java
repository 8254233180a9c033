// SPDX-License-Identifier: Apache-2.0
package io.elava.policy;

import io.elava.model.Action;
import io.elava.model.PolicyViolation;
import io.elava.model.Remediation;
import io.elava.model.RiskLevel;
import io.elava.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A policy written as a condition and the facts to report when it holds. */
record RulePolicy(
    String name,
    String rule,
    Verdict verdict,
    RiskLevel severity,
    double riskScore,
    Action action,
    String suggestion,
    List<String> frameworks,
    String expected,
    Function<PolicyInput, String> actual,
    Predicate<PolicyInput> violated)
    implements Policy {
  private static final String RUNBOOKS = "https://wiki.example.com/runbooks/";

  @Override
  public Optional<PolicyViolation> check(PolicyInput input) {
    if (!violated.test(input)) {
      return Optional.empty();
    }
    boolean automatic = action == Action.ENFORCE_TAGS || action == Action.ENFORCE_POLICY;
    return Optional.of(
        new PolicyViolation(
            name,
            rule,
            severity,
            riskScore,
            expected,
            actual.apply(input),
            frameworks,
            new Remediation(automatic, suggestion, RUNBOOKS + name, action),
            input.resource()));
  }
}
