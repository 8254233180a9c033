// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpRequest.Transport;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.RecordedTelemetry;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reconciler's telemetry is the same behind a Collector as without one. */
@ExtendWith(Site.Provider.class)
class ReconcilerTest {

  @ParameterizedTest
  @EnumSource
  void reconciler_isSeenWhole(Transport transport, Site site) {
    ReconcilerThroughCollector run = ReconcilerThroughCollector.run(transport, site);

    RecordedTelemetry telemetry = site.receiver().telemetry();
    List<RecordedSpan> spans = telemetry.awaitSpans(run.expectedSpans(), run::isOurs);
    assertThat(run.startUpText(spans)).isEqualTo(run.expected("start-up.txt"));
    assertThat(run.firstText(spans)).isEqualTo(run.expected("request-1.txt"));
    assertThat(run.secondText(spans)).isEqualTo(run.expected("request-2.txt"));
    assertThat(spans).extracting(RecordedSpan::resource).containsOnly(spans.get(0).resource());
    assertMetrics(telemetry, spans.get(0).resource());
  }

  private static void assertMetrics(RecordedTelemetry telemetry, Map<String, Object> resource) {
    RecordedMetric requests =
        telemetry.awaitMetric(
            "http.server.request.duration", metric -> metric.resource().equals(resource));
    TreeSet<String> names = new TreeSet<>();
    telemetry.metrics().stream()
        .filter(metric -> metric.resource().equals(resource))
        .forEach(metric -> names.add(metric.name()));
    names.remove("jvm.gc.duration"); // there need not have been any garbage collection

    assertThat(requests.points()).hasSize(1);
    assertThat(requests.points().get(0).requireHistogram().count()).isEqualTo(2);
    assertThat(requests.points().get(0).exemplars()).isNotEmpty();
    assertThat(names)
        .containsExactly(
            "db.client.operation.duration",
            "http.client.request.duration",
            "http.server.request.duration",
            "jvm.class.count",
            "jvm.class.loaded",
            "jvm.class.unloaded",
            "jvm.cpu.count",
            "jvm.cpu.recent_utilization",
            "jvm.cpu.time",
            "jvm.memory.committed",
            "jvm.memory.limit",
            "jvm.memory.used",
            "jvm.memory.used_after_last_gc",
            "jvm.thread.count");
  }
}
