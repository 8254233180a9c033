// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weft.testkit.RecordedEvent;
import dev.weft.testkit.RecordedLog;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told of other scans than the one of the schema's example; all webhooks are refused. */
class ElavaScansTest {
  private static final int INFO = 9;
  private static final int WARN = 13;
  private static final int ERROR = 17;
  private static final String CHANGE = "infrastructure.change.detected";
  private static final String ACTION = "infrastructure.action.executed";

  private static ElavaRun run;

  @BeforeAll
  static void runReconciler() throws Exception {
    run = ElavaRun.of(3, "--stub-webhook-status=500");
  }

  @Test
  void baseline_isSaidToBeTheFirst() {
    List<RecordedSpan> trace = run.trace(1);

    assertThat(only(trace, ElavaRun.ROOT).attributes())
        .containsEntry("elava.scan.type", "baseline")
        .containsEntry("resources.found", 126L)
        .containsEntry("changes.detected", 126L)
        .containsEntry("decisions.made", 126L);
    assertThat(only(trace, "change_detector.detect_changes").attributes())
        .containsEntry("elava.scan.is_first", true)
        .containsEntry("changes.appeared", 0L)
        .containsEntry("mvcc.queries", 0L);
    assertThat(only(trace, "observer.observe").attributes())
        .containsEntry("api.calls", 38L)
        .containsEntry("api.throttled", 2L);
  }

  @Test
  void baseline_isNoReasonToWorry() {
    assertThat(events(1, CHANGE))
        .hasSize(126)
        .allMatch(log -> log.severityNumber() == INFO)
        .allMatch(log -> "baseline".equals(log.attributes().get("elava.change.type")));
    assertThat(events(1, "infrastructure.scan.completed"))
        .extracting(RecordedLog::body)
        .containsExactly("Scan completed: 126 resources, 126 changes, 2 violations");
  }

  @Test
  void failedExecution_failsItsSpan() {
    List<RecordedSpan> singles = named(run.trace(2), "executor.execute_single");

    assertThat(singles)
        .extracting(span -> span.attribute("elava.decision.action"), RecordedSpan::status)
        .containsExactlyInAnyOrder(
            tuple("notify", RecordedSpan.Status.ERROR),
            tuple("notify", RecordedSpan.Status.ERROR),
            tuple("notify", RecordedSpan.Status.ERROR),
            tuple("alert", RecordedSpan.Status.ERROR),
            tuple("audit", RecordedSpan.Status.UNSET));
    assertThat(singles)
        .filteredOn(span -> span.status() == RecordedSpan.Status.ERROR)
        .allMatch(span -> "execution_failed".equals(span.attribute("error.type")))
        .allMatch(span -> names(span).equals(List.of("action.started", "action.failed")));
    assertThat(singles)
        .filteredOn(span -> span.status() != RecordedSpan.Status.ERROR)
        .allMatch(span -> names(span).equals(List.of("action.started", "action.completed")));
  }

  @Test
  void failedExecution_isCountedAbove() {
    assertThat(only(run.trace(2), "executor.execute_decisions").attributes())
        .containsEntry("executed", 5L)
        .containsEntry("succeeded", 1L)
        .containsEntry("failed", 4L)
        .containsEntry("skipped", 0L);
  }

  @Test
  void failedExecution_isAnErrorInTheLog() {
    Map<Integer, List<RecordedLog>> byLevel =
        events(2, ACTION).stream().collect(Collectors.groupingBy(RecordedLog::severityNumber));

    assertThat(byLevel).containsOnlyKeys(INFO, ERROR);
    assertThat(byLevel.get(ERROR))
        .hasSize(4)
        .allMatch(log -> "failed".equals(log.attributes().get("elava.action.status")))
        .allMatch(
            log -> Boolean.FALSE.equals(log.attributes().get("elava.result.notification_sent")))
        .noneMatch(log -> log.attributes().containsKey("elava.result.message_id"))
        .extracting(RecordedLog::body)
        .contains("notify of i-abc123def: failed slack answered 500");
  }

  @Test
  void failedExecutions_areCounted() {
    RecordedMetric executed = run.metrics().get("elava.actions.executed.total");

    // two of the baseline, four of the normal scan; three of the third one
    assertThat(sum(executed, Map.of("status", "failed"))).isEqualTo(2 + 4 + 3);
    assertThat(sum(executed, Map.of("status", "failed", "action", "alert"))).isEqualTo(1 + 1 + 1);
  }

  @Test
  void protectedResourceThatHasGone_isAnErrorAndCritical() {
    assertThat(gone(2))
        .satisfiesExactly(
            log -> {
              assertThat(log.severityNumber()).isEqualTo(ERROR);
              assertThat(log.attributes())
                  .containsEntry("elava.resource.id", "i-0fade")
                  .containsEntry("elava.resource.is_blessed", true)
                  .containsEntry("elava.change.severity", "critical")
                  .containsEntry("elava.change.previous.tags.owner", "team-security")
                  .doesNotContainKey("elava.change.current.tags.owner");
            });
    assertThat(events(2, "infrastructure.decision.made"))
        .filteredOn(log -> "i-0fade".equals(log.attributes().get("elava.resource.id")))
        .extracting(log -> log.attributes().get("elava.decision.action"))
        .containsExactly("alert");
  }

  @Test
  void otherResourceThatHasGone_isAWarning() {
    assertThat(gone(3))
        .extracting(RecordedLog::severityNumber, log -> log.attributes().get("elava.resource.id"))
        .containsExactly(tuple(WARN, "inner-13"));
  }

  @Test
  void furtherKindsOfChange_areWarnings() {
    assertThat(events(3, CHANGE))
        .extracting(log -> log.attributes().get("elava.change.type"), RecordedLog::severityNumber)
        .containsExactlyInAnyOrder(
            tuple("status_changed", WARN),
            tuple("unmanaged", WARN),
            tuple("modified", WARN),
            tuple("disappeared", WARN));
    assertThat(events(3, CHANGE))
        .filteredOn(log -> "modified".equals(log.attributes().get("elava.change.type")))
        .allMatch(
            log ->
                "true"
                    .equals(log.attributes().get("elava.change.diff.metadata.open_to_world.new")));
  }

  @Test
  void gauges_sayHowThingsAreNow() {
    RecordedMetric current = run.metrics().get("elava.resources.current");
    RecordedMetric untagged = run.metrics().get("elava.resources.untagged");

    assertThat(sum(current, Map.of())).isEqualTo(127); // one has gone, one has come
    assertThat(sum(current, Map.of("state", "stopped"))).isEqualTo(1);
    assertThat(sum(current, Map.of("resource_type", "elb"))).isEqualTo(14);
    assertThat(sum(untagged, Map.of("missing_tag", "environment"))).isEqualTo(1);
  }

  private static List<RecordedLog> gone(int scan) {
    return events(scan, CHANGE).stream()
        .filter(log -> "disappeared".equals(log.attributes().get("elava.change.type")))
        .toList();
  }

  private static List<RecordedLog> events(int scan, String event) {
    return run.logs(scan).stream().filter(log -> log.eventName().equals(event)).toList();
  }

  private static List<RecordedSpan> named(List<RecordedSpan> trace, String name) {
    return trace.stream().filter(span -> span.name().equals(name)).toList();
  }

  private static RecordedSpan only(List<RecordedSpan> trace, String name) {
    List<RecordedSpan> named = named(trace, name);
    assertThat(named).as(name).hasSize(1);
    return named.get(0);
  }

  private static List<String> names(RecordedSpan span) {
    return span.events().stream().map(RecordedEvent::name).toList();
  }

  private static double sum(RecordedMetric metric, Map<String, Object> where) {
    assertThat(metric).isNotNull();
    return metric.points().stream()
        .filter(point -> SchemaValue.isPart(where, point.attributes()))
        .mapToDouble(point -> point.requireValue().doubleValue())
        .sum();
  }
}
