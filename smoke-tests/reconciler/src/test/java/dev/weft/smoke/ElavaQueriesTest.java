// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.testkit.OtlpReceiver;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example queries of Elava's telemetry schema, asked of a real Prometheus: of the one beside
 * the {@code promtool} that the variable names.
 */
class ElavaQueriesTest {
  private static final String PROMTOOL = System.getenv("PROMTOOL");
  private static final String SCANS = "sum(elava_reconcile_duration_ms_count)";

  @TempDir static Path folder;

  private static OtlpReceiver receiver;
  private static ReconcilerProcess reconciler;
  private static PrometheusServer prometheus;

  @BeforeAll
  static void scanUnderPrometheus() throws Exception {
    if (PROMTOOL == null) {
      return; // each test says so
    }
    Path binary = Path.of(PROMTOOL).resolveSibling("prometheus");
    receiver = OtlpReceiver.start();
    reconciler = ElavaRun.start(receiver);
    int endpoint = Integer.parseInt(reconciler.awaitErr(ElavaRun.ENDPOINT));
    prometheus = PrometheusServer.start(binary, folder, endpoint);
    for (int scan = 1; scan <= 3; scan++) {
      ElavaRun.scan(reconciler.awaitPort());
      prometheus.await(SCANS, scan);
    }
    // the last metric of a scan: all others have two samples as well, which rates take
    prometheus.await("min(count_over_time(elava_reconcile_duration_ms_count[5m])) > bool 1", 1);
  }

  @BeforeEach
  void skipWithoutPrometheus() {
    assumeTrue(PROMTOOL != null, "PROMTOOL is not set");
  }

  @AfterAll
  static void close() {
    if (receiver != null) {
      prometheus.close();
      reconciler.close();
      receiver.close();
    }
  }

  @Test
  void changes() {
    assertThat(prometheus.query("sum(rate(elava_changes_detected_total[1h]))")).hasSize(1);
    assertThat(
            prometheus.query(
                "sum by(environment) (elava_changes_detected_total{severity=\"critical\"})"))
        .isEqualTo(Map.of(Map.of("environment", "production"), 1.0));
    assertThat(
            prometheus.query("rate(elava_changes_detected_total{change_type=\"tag_drift\"}[5m])"))
        .hasSize(2);
  }

  @Test
  void decisions() {
    assertThat(prometheus.query("sum(rate(elava_decisions_made_total{action=\"alert\"}[1h]))"))
        .hasSize(1);
    assertThat(
            prometheus.query(
                "sum(rate(elava_decisions_made_total{action=~\"enforce.*|auto_tag\"}[5m]))"))
        .as("nothing was enforced")
        .isEmpty();
  }

  @Test
  void actions() {
    assertThat(
            prometheus.query(
                "sum(rate(elava_actions_executed_total{status=\"success\"}[5m]))"
                    + " / sum(rate(elava_actions_executed_total[5m]))"))
        .isEqualTo(Map.of(Map.of(), 1.0));
    assertThat(prometheus.query("sum by(action) (elava_actions_executed_total{status=\"failed\"})"))
        .as("nothing has failed")
        .isEmpty();
  }

  @Test
  void violations() {
    assertThat(
            prometheus.query(
                "sum(elava_policy_violations_total"
                    + "{severity=\"critical\",environment=\"production\"})"))
        .isEqualTo(Map.of(Map.of(), 3.0));
    assertThat(
            prometheus.query(
                "sum(rate(elava_policy_violations_total{auto_remediated=\"true\"}[1h]))"))
        .as("nothing was remediated")
        .isEmpty();
  }

  @Test
  void resources() {
    assertThat(prometheus.query("sum(elava_resources_current{resource_type=\"ec2\"})"))
        .isEqualTo(Map.of(Map.of(), 45.0));
    assertThat(
            prometheus
                .query(
                    "elava_resources_current{resource_type=\"ec2\",environment=\"production\","
                        + "state=\"running\"}")
                .values())
        .containsExactly(32.0); // one has been stopped
    assertThat(
            prometheus.query(
                "sum by(resource_type) (elava_resources_untagged{missing_tag=\"owner\"})"))
        .isEqualTo(
            Map.of(
                Map.of("resource_type", "ec2"),
                4.0,
                Map.of("resource_type", "sg"),
                2.0,
                Map.of("resource_type", "s3"),
                1.0));
  }

  @Test
  void durations() {
    // there was one baseline only, and so no rate of that
    assertThat(
            prometheus.query(
                "histogram_quantile(0.95, rate(elava_reconcile_duration_ms_bucket[5m]))"))
        .hasSize(2)
        .anySatisfy(ElavaQueriesTest::isOfNormalScans);
    assertThat(
            prometheus.query(
                "avg by(scan_type) (rate(elava_reconcile_duration_ms_sum[5m])"
                    + " / rate(elava_reconcile_duration_ms_count[5m]))"))
        .hasSize(2)
        .anySatisfy(ElavaQueriesTest::isOfNormalScans);
  }

  private static void isOfNormalScans(Map<String, String> labels, double millis) {
    assertThat(labels).containsEntry("scan_type", "normal");
    assertThat(millis).isBetween(1.0, 60_000.0);
  }
}
