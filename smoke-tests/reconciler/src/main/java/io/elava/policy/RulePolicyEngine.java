// SPDX-License-Identifier: Apache-2.0
package io.elava.policy;

import io.elava.model.PolicyEvaluation;
import io.elava.model.PolicyResult;
import io.elava.model.PolicyViolation;
import io.elava.model.Resource;
import io.elava.model.Scan;
import io.elava.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies policies that are written in Java. */
public final class RulePolicyEngine implements PolicyEngine {
  private static final Logger log = LoggerFactory.getLogger(RulePolicyEngine.class);
  private static final double CERTAIN = 0.95;

  private final List<Policy> policies;

  private RulePolicyEngine(List<Policy> policies) {
    this.policies = List.copyOf(policies);
  }

  /** An engine with the policies every installation starts with. */
  public static RulePolicyEngine withDefaults() {
    return new RulePolicyEngine(DefaultPolicies.all());
  }

  /** An engine that has further policies besides those. */
  public static RulePolicyEngine strict() {
    List<Policy> policies = new ArrayList<>(DefaultPolicies.all());
    policies.addAll(StrictPolicies.all());
    return new RulePolicyEngine(policies);
  }

  @Override
  public PolicyEvaluation evaluateAll(Scan scan, List<Resource> resources) {
    Map<String, PolicyResult> results = new LinkedHashMap<>();
    for (Resource resource : resources) {
      PolicyInput input = new PolicyInput(resource, resource.environment(), scan.id());
      results.put(resource.id(), evaluate(input));
    }
    int evaluations = policies.size() * resources.size();
    return new PolicyEvaluation(policies.size(), resources.size(), evaluations, results);
  }

  @Override
  public PolicyResult evaluate(PolicyInput input) {
    String id = input.resource().id();
    List<PolicyViolation> violations = new ArrayList<>();
    Verdict verdict = Verdict.ALLOW;
    for (Policy policy : policies) {
      Optional<PolicyViolation> violation = policy.check(input);
      if (violation.isPresent()) {
        violations.add(violation.get());
        verdict = policy.verdict().compareTo(verdict) > 0 ? policy.verdict() : verdict;
        log.warn("{} violates {}", id, policy.name());
      }
    }
    PolicyResult unranked =
        new PolicyResult(id, verdict, null, "no policy applies", 1.0, List.copyOf(violations));
    return unranked.worst().map(worst -> ranked(unranked, worst)).orElse(unranked);
  }

  private static PolicyResult ranked(PolicyResult result, PolicyViolation worst) {
    return new PolicyResult(
        result.resourceId(),
        result.verdict(),
        worst.remediation().actionTaken(),
        worst.policyName() + ": " + worst.remediation().suggestedAction(),
        CERTAIN,
        result.violations());
  }
}
