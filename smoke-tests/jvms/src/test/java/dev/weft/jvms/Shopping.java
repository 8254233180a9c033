// SPDX-License-Identifier: Apache-2.0
package dev.weft.jvms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Some orders of a shop, which are to be the same under the agent, and to be observed exactly. */
final class Shopping {
  private static final Pattern TRACE = Pattern.compile("trace=[0-9a-f]*");
  private static final int ORDERS = 3;

  private final Path home;
  private final boolean withDatabase;
  private final String[] options;

  /** H2 needs Java 11. */
  Shopping(Path home, boolean withDatabase, List<String> options) {
    this.home = home;
    this.withDatabase = withDatabase;
    this.options = options.toArray(new String[0]);
  }

  /** Runs it, and fails if the agent can be noticed or anything is not observed. */
  void assertObserved() {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome observed = serve(jvm().env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint()));

      assertThat(observed.exitCode()).isZero();
      assertSame(observed);
      assertSpans(receiver.telemetry().spans(), observed);
      assertMetrics(receiver.telemetry().metrics());
    }
  }

  private void assertSame(Outcome observed) {
    Outcome alone = serve(jvm().withoutAgent());

    assertThat(observed.stderr()).isEqualTo(alone.stderr());
    assertThat(withoutTrace(observed)).isEqualTo(withoutTrace(alone)).contains("closed");
  }

  private static String withoutTrace(Outcome outcome) {
    return TRACE.matcher(outcome.stdout()).replaceAll("trace=");
  }

  private void assertSpans(List<RecordedSpan> spans, Outcome observed) {
    List<RecordedSpan> servers =
        spans.stream().filter(span -> span.kind() == RecordedSpan.Kind.SERVER).toList();
    assertThat(servers)
        .hasSize(ORDERS)
        .allMatch(RecordedSpan::isRoot)
        .allMatch(span -> span.name().equals("GET"))
        .allMatch(span -> "/orders".equals(span.attribute("url.path")))
        .allMatch(span -> observed.stdout().contains("trace=" + span.traceId()));
    assertThat(spans).hasSize(withDatabase ? 2 * ORDERS : ORDERS);
    if (withDatabase) {
      assertThat(servers)
          .allSatisfy(
              server ->
                  assertThat(spans)
                      .filteredOn(span -> span.isChildOf(server))
                      .singleElement()
                      .matches(span -> span.name().equals("SELECT"))
                      .matches(span -> span.kind() == RecordedSpan.Kind.CLIENT));
    }
  }

  private void assertMetrics(List<RecordedMetric> metrics) {
    assertThat(metrics)
        .extracting(RecordedMetric::name)
        .contains(
            "http.server.request.duration",
            "jvm.class.count",
            "jvm.class.loaded",
            "jvm.class.unloaded",
            "jvm.cpu.count",
            "jvm.cpu.time",
            "jvm.memory.used",
            "jvm.memory.committed",
            "jvm.thread.count");
    assertThat(metrics)
        .filteredOn(
            metric -> metric.name().endsWith(".duration") && !metric.name().startsWith("jvm."))
        .hasSize(withDatabase ? 2 : 1)
        .allSatisfy(
            metric ->
                assertThat(metric.points())
                    .singleElement()
                    .matches(point -> point.requireHistogram().count() == ORDERS));
  }

  private Jvm jvm() {
    Jvm jvm = Shops.jvm(home).option(options);
    return withDatabase ? jvm.option("-Dshop.database=jdbc:h2:mem:shop") : jvm;
  }

  private static Outcome serve(Jvm jvm) {
    try (Running shop = jvm.start("example.Shop")) {
      return shop.orders(ORDERS, "GET /orders").end();
    }
  }
}
