// SPDX-License-Identifier: Apache-2.0
package io.elava;

import static org.assertj.core.api.Assertions.assertThat;

import io.elava.model.Change;
import io.elava.model.ChangeType;
import io.elava.model.Decision;
import io.elava.model.ExecutionStatus;
import io.elava.model.PolicyViolation;
import io.elava.model.ReconcileResult;
import io.elava.model.Resource;
import io.elava.model.RiskLevel;
import io.elava.model.Severity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The larger of the stub's worlds, on which the tests of telemetry rules rely. */
class EstateTest {
  private static final List<ReconcileResult> scans = new ArrayList<>();
  private static List<Map<String, Object>> callsOfSecond;

  @BeforeAll
  static void scanFourTimes() {
    try (Application application = application()) {
      List<Map<String, Object>> before = List.of();
      for (int i = 1; i <= 4; i++) {
        scans.add(application.reconciler().reconcile(application.config()));
        List<Map<String, Object>> calls = application.stub().orElseThrow().awsCalls();
        if (i == 2) {
          callsOfSecond = calls.subList(before.size(), calls.size());
        }
        before = calls;
      }
    }
  }

  @Test
  void firstScan_isABaseline() {
    ReconcileResult result = scans.get(0);

    assertThat(result.scan().isFirst()).isTrue();
    assertThat(result.resources()).hasSize(126);
    assertThat(result.changes()).hasSize(126).allMatch(c -> c.type() == ChangeType.BASELINE);
    assertThat(count(result.decisions(), d -> d.action().value()))
        .isEqualTo(Map.of("audit", 124L, "alert", 1L, "notify", 1L));
    assertThat(result.execution().successful()).isEqualTo(126);
  }

  @Test
  void secondScan_sees127Resources() {
    List<Resource> resources = scans.get(1).resources();

    assertThat(count(resources, Resource::type))
        .isEqualTo(Map.of("ec2", 45L, "rds", 12L, "s3", 23L, "elb", 15L, "sg", 32L));
    assertThat(count(resources, Resource::environment))
        .isEqualTo(Map.of("production", 89L, "staging", 28L, "development", 10L));
    assertThat(resources).filteredOn(r -> !r.tags().missing().isEmpty()).hasSize(8);
    assertThat(resources).filteredOn(Resource::isBlessed).hasSize(12);
    assertThat(resources).extracting(Resource::id).doesNotHaveDuplicates();
  }

  @Test
  void secondScan_findsFiveChanges() {
    ReconcileResult result = scans.get(1);

    assertThat(result.changes())
        .extracting(c -> c.type().value() + " " + c.resourceId() + " " + c.severity().value())
        .containsExactly(
            "tag_drift i-abc123def warning",
            "appeared i-40 info",
            "appeared db-reports info",
            "tag_drift sg-22 warning",
            "disappeared i-0fade critical");
    assertThat(result.changes().get(0).diff())
        .containsEntry("tags.owner.old", "team-backend")
        .containsEntry("tags.owner.new", "team-frontend");
    assertThat(count(result.decisions(), d -> d.action().value()))
        .isEqualTo(Map.of("notify", 3L, "alert", 1L, "audit", 1L));
    assertThat(result.execution().successful()).isEqualTo(5);
  }

  @Test
  void secondScan_findsThreeViolationsOf25Policies() {
    ReconcileResult result = scans.get(1);

    assertThat(result.policy().policyCount()).isEqualTo(25);
    assertThat(result.policy().evaluations()).isEqualTo(3175);
    assertThat(result.policy().violations())
        .extracting(v -> v.policyName() + " " + v.resource().id())
        .containsExactly(
            "databases-must-be-private db-public-01",
            "volumes-must-be-encrypted db-legacy",
            "volumes-must-be-encrypted db-reports");
    assertThat(result.policy().violations())
        .extracting(PolicyViolation::severity)
        .containsExactly(RiskLevel.CRITICAL, RiskLevel.MEDIUM, RiskLevel.MEDIUM);
  }

  @Test
  void secondScan_takes15CallsOfWhich2AreThrottledAtFirst() {
    assertThat(count(callsOfSecond, call -> call.get("operation") + " " + call.get("status")))
        .isEqualTo(
            Map.of(
                "DescribeInstances 200", 5L,
                "DescribeDBInstances 400", 1L,
                "DescribeDBInstances 200", 2L,
                "ListBuckets 200", 1L,
                "DescribeLoadBalancers 400", 1L,
                "DescribeLoadBalancers 200", 2L,
                "DescribeTags 200", 1L,
                "DescribeSecurityGroups 200", 4L));
  }

  @Test
  void thirdScan_findsTheOtherKindsOfChange() {
    ReconcileResult result = scans.get(2);

    assertThat(result.changes())
        .extracting(c -> c.type().value() + " " + c.resourceId() + " " + c.severity().value())
        .containsExactly(
            "status_changed i-20 warning",
            "unmanaged elava-unknown warning",
            "modified sg-07 warning",
            "disappeared inner-13 warning");
    assertThat(result.execution().skipped()).isZero();
    assertThat(scans.get(3).changes()).isEmpty();
  }

  @Test
  void refusedWebhooks_failTheirDecisionsOnly() {
    ReconcileResult result;
    try (Application application = application("--stub-webhook-status=500")) {
      application.reconciler().reconcile(application.config());
      result = application.reconciler().reconcile(application.config());
    }

    assertThat(result.execution().results())
        .extracting(single -> single.decision().action().value() + " " + single.status())
        .containsExactly(
            "notify " + ExecutionStatus.FAILED,
            "notify " + ExecutionStatus.FAILED,
            "notify " + ExecutionStatus.FAILED,
            "audit " + ExecutionStatus.SUCCESS,
            "alert " + ExecutionStatus.FAILED);
    assertThat(result.execution().failed()).isEqualTo(4);
    assertThat(result.execution().results().get(0).error()).isEqualTo("slack answered 500");
  }

  @Test
  void goneThoughProtected_isCriticalAndRaisesAnAlert() {
    ReconcileResult result = scans.get(1);

    Change gone = result.changes().get(4);
    Decision decision = result.decisions().get(4);
    assertThat(gone.current()).isNull();
    assertThat(gone.resource().isBlessed()).isTrue();
    assertThat(gone.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(decision.action().value()).isEqualTo("alert");
    assertThat(decision.policy()).isNull();
  }

  private static Application application(String... more) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--jdbc-url=jdbc:h2:mem:",
                "--stub-world=estate",
                "--types=ec2,rds,s3,elb,sg",
                "--bucket-tags",
                "--strict"));
    flags.addAll(List.of(more));
    Settings settings = Settings.of(flags.toArray(new String[0]), Map.of());
    return new Application(settings, Clock.systemUTC());
  }

  private static <T> Map<String, Long> count(List<T> items, Function<T, String> kind) {
    Map<String, Long> counts = new TreeMap<>();
    items.forEach(item -> counts.merge(kind.apply(item), 1L, Long::sum));
    return counts;
  }
}
