// SPDX-License-Identifier: Apache-2.0
package io.elava.policy;

import static io.elava.Samples.database;
import static io.elava.Samples.instance;
import static io.elava.Samples.resource;
import static io.elava.Samples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.elava.model.Action;
import io.elava.model.PolicyEvaluation;
import io.elava.model.PolicyResult;
import io.elava.model.PolicyViolation;
import io.elava.model.Resource;
import io.elava.model.RiskLevel;
import io.elava.model.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulePolicyEngineTest {
  private static final Map<String, String> PRODUCTION =
      Map.of("environment", "production", "owner", "team-data");

  private final PolicyEngine engine = RulePolicyEngine.withDefaults();

  @Test
  void evaluate_allowsACompliantResource() {
    PolicyResult result = evaluate(database("db", PRODUCTION, false));

    assertThat(result.verdict()).isEqualTo(Verdict.ALLOW);
    assertThat(result.action()).isNull();
    assertThat(result.matched()).isFalse();
  }

  @Test
  void evaluate_alertsAboutAPublicDatabase() {
    PolicyResult result = evaluate(database("db", PRODUCTION, true));

    assertThat(result.verdict()).isEqualTo(Verdict.DENY);
    assertThat(result.action()).isEqualTo(Action.ALERT);
    PolicyViolation violation = result.violations().get(0);
    assertThat(violation.policyName()).isEqualTo("databases-must-be-private");
    assertThat(violation.actual()).isEqualTo("true");
    assertThat(violation.complianceFrameworks()).containsExactly("SOC2", "HIPAA", "PCI-DSS");
  }

  @Test
  void evaluate_requiresAnOwnerInProductionOnly() {
    PolicyResult production =
        evaluate(instance("i", "running", Map.of("environment", "production")));
    PolicyResult staging = evaluate(instance("i", "running", Map.of("environment", "staging")));

    assertThat(production.action()).isEqualTo(Action.ENFORCE_TAGS);
    assertThat(staging.matched()).isFalse();
  }

  @Test
  void evaluate_followsTheWorstOfSeveralViolations() {
    Map<String, String> tags = Map.of("owner", "team", "elava:blessed", "true");
    Map<String, String> unencrypted = Map.of("storage_encrypted", "false");

    PolicyResult result = evaluate(resource("db", "rds", "stopped", tags, unencrypted));

    assertThat(result.violations())
        .extracting(PolicyViolation::severity)
        .containsExactly(RiskLevel.MEDIUM, RiskLevel.HIGH);
    assertThat(result.action()).isEqualTo(Action.PROTECT);
    assertThat(result.verdict()).isEqualTo(Verdict.REQUIRE_APPROVAL);
  }

  @Test
  void evaluateAll_countsPoliciesTimesResources() {
    Resource untagged = resource("bucket", "s3", "active", Map.of(), Map.of());
    Resource compliant = database("db", PRODUCTION, false);

    PolicyEvaluation evaluation = engine.evaluateAll(scan(1), List.of(untagged, compliant));

    assertThat(evaluation.policyCount()).isEqualTo(5);
    assertThat(evaluation.evaluations()).isEqualTo(10);
    assertThat(evaluation.violations()).hasSize(1);
    assertThat(evaluation.count(RiskLevel.LOW)).isEqualTo(1);
  }

  private PolicyResult evaluate(Resource resource) {
    return engine.evaluate(new PolicyInput(resource, resource.environment(), "scan-1"));
  }
}
