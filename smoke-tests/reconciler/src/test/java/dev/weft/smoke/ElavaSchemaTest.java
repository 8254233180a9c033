// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.RecordedLog;
import dev.weft.testkit.RecordedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * With nothing but a rule file, the reconciler tells its operators all that its telemetry schema
 * asks for. What that is stands in {@code elava/schema.yaml}; whatever is missing is listed at
 * once.
 */
class ElavaSchemaTest {
  private static final int NORMAL = 2;

  private static ElavaSchema schema;
  private static ElavaRun run;

  @BeforeAll
  static void runReconciler() throws Exception {
    schema = ElavaSchema.read();
    run = ElavaRun.of(NORMAL);
  }

  @Test
  void reconciler_finds127ResourcesAnd5Changes() {
    Map<String, Object> normal = run.summaries().get(NORMAL - 1);

    assertThat(normal).containsEntry("scanType", "normal");
    assertThat(ElavaSchema.part(normal, "resources")).containsEntry("total", 127);
    assertThat(ElavaSchema.part(normal, "changes")).containsEntry("total", 5);
    assertThat(ElavaSchema.part(normal, "violations")).containsEntry("total", 3);
    assertThat(ElavaSchema.part(normal, "execution")).containsEntry("successful", 5);
  }

  @Test
  void spans_areThoseOfTheSchema() {
    assertNothing(schema.missingSpans(run.trace(NORMAL)));
  }

  @Test
  void metrics_areThoseOfTheSchema() {
    assertNothing(schema.missingMetrics(run.metrics()));
  }

  @Test
  void samples_forAPrometheusSayTheSame() {
    assertNothing(schema.missingSamples(run.scrape()));
  }

  @Test
  void logs_areThoseOfTheSchema() {
    assertNothing(schema.missingLogs(run.logs(NORMAL)));
  }

  @Test
  void resource_isThatOfTheSchemaOnAllThatIsSent() {
    List<Map<String, Object>> resources = new ArrayList<>();
    run.spans().forEach(span -> resources.add(span.resource()));
    run.metrics().values().forEach(metric -> resources.add(metric.resource()));
    run.logs().forEach(log -> resources.add(log.resource()));

    List<Map<String, Object>> distinct = resources.stream().distinct().toList();
    assertThat(distinct).hasSize(1);
    assertNothing(schema.missingResource(distinct.get(0)));
  }

  @Test
  void trace_isOneTree() {
    List<RecordedSpan> trace = run.trace(NORMAL);
    Set<String> ids = trace.stream().map(RecordedSpan::spanId).collect(Collectors.toSet());

    assertThat(trace)
        .filteredOn(RecordedSpan::isRoot)
        .extracting(RecordedSpan::name)
        .containsExactly(ElavaRun.ROOT);
    assertThat(trace)
        .filteredOn(span -> !span.isRoot())
        .isNotEmpty()
        .allMatch(span -> ids.contains(span.parentSpanId()));
    assertThat(trace).extracting(RecordedSpan::spanId).doesNotHaveDuplicates();
  }

  @Test
  void trace_holdsWhatIsBelowTheRules() {
    List<RecordedSpan> trace = run.trace(NORMAL);

    assertThat(children(trace, "observer.observe"))
        .hasSize(15)
        .allMatch(span -> "aws-api".equals(span.attribute("rpc.system")));
    assertThat(children(trace, "change_detector.detect_changes"))
        .hasSize(129) // 127 are compared, the live ones listed, the one that has gone looked up
        .allMatch(span -> span.name().startsWith("SELECT"));
    assertThat(children(trace, "executor.execute_single"))
        .extracting(RecordedSpan::name)
        .containsExactly("POST", "POST", "POST", "POST");
  }

  @Test
  void idsOfResources_areOnNoMetric() {
    assertThat(run.metrics().values())
        .filteredOn(metric -> metric.name().startsWith("elava."))
        .isNotEmpty()
        .flatExtracting(metric -> metric.points())
        .noneMatch(point -> point.attributes().containsValue("i-abc123def"));
  }

  @Test
  void nothingElse_isEmittedByTheRules() {
    assertThat(run.metrics().keySet())
        .filteredOn(name -> name.startsWith("elava."))
        .containsExactlyInAnyOrderElementsOf(schema.names("metrics"));
    Set<String> spans =
        run.spans().stream()
            .filter(span -> span.scope().name().equals("io.elava"))
            .map(RecordedSpan::name)
            .collect(Collectors.toSet());
    assertThat(spans).containsExactlyInAnyOrderElementsOf(schema.names("spans"));
    Set<String> events =
        run.logs().stream().map(RecordedLog::eventName).collect(Collectors.toSet());
    events.remove(""); // of the reconciler's own log lines
    assertThat(events).containsExactlyInAnyOrderElementsOf(schema.names("logs"));
  }

  @Test
  void agent_complainsOfNothing() {
    assertThat(run.stderr())
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith(ElavaRun.ENDPOINT));
  }

  private static List<RecordedSpan> children(List<RecordedSpan> trace, String name) {
    return trace.stream()
        .filter(span -> trace.stream().anyMatch(o -> o.name().equals(name) && span.isChildOf(o)))
        .toList();
  }

  private static void assertNothing(List<String> missing) {
    assertThat(String.join("\n", missing)).isEmpty();
  }
}
