// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedPoint;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules beside the instrumentations of libraries, in one trace. */
class RulesBesideTest {
  private static final String RULES =
      """
      scope: shop
      rules:
        serve:
          on: {class: example.OrderServlet, method: 'service(HttpServletRequest request, HttpServletResponse response)'}
          span: {name: serve, attributes: {ok: request != null}}
          below:
            queries: {count: 'span.scope == "io.opentelemetry.jdbc"'}
            clients: {count: span.kind == CLIENT}
            slow: {count: span.duration.s > 100}
          metrics:
            served: {counter: 1, by: {queries: below.queries}}
        query:
          on: {class: example.OrderServlet, method: query(text)}
          context: {text: text.sql}
          below: {all: {count: 'true'}}
          up: {serve: {all: below.all, text: {value: context.text, with: last}}}
          logs: {event: queried, body: '{below.all} for {context.text}'}
      allow: [example.OrderStatement.sql]
      """;

  @TempDir Path folder;

  private Outcome serve(OtlpReceiver receiver, String... environment) throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    try (Running shop =
        Shops.sendingTo(receiver)
            .env("WEFT_RULES", rules.toString())
            .env(environment)
            .start("example.Shop")) {
      return shop.orders(2, "GET /orders").end();
    }
  }

  @Test
  void trace_isOneTree_andWhatIsBelowIsCounted() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome outcome = serve(receiver);

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.err()).isEmpty();
      List<RecordedSpan> spans = receiver.telemetry().spans();
      assertThat(spans)
          .extracting(RecordedSpan::name)
          .containsExactlyInAnyOrder("SELECT", "serve", "GET", "SELECT", "serve", "GET");
      List<RecordedSpan> serving = named("serve", spans);
      for (RecordedSpan serve : serving) {
        assertThat(named("GET", spans)).filteredOn(serve::isChildOf).hasSize(1);
        assertThat(named("SELECT", spans)).filteredOn(one -> one.isChildOf(serve)).hasSize(1);
        assertThat(serve.attributes())
            .isEqualTo(
                Map.of(
                    "ok",
                    true,
                    "queries",
                    1L,
                    "clients",
                    1L,
                    "slow",
                    0L,
                    "all",
                    1L,
                    "text",
                    "SELECT 1"));
        assertThat(serve.scope().name()).isEqualTo("shop");
      }
      assertThat(receiver.telemetry().logs())
          .filteredOn(log -> "queried".equals(log.eventName()))
          .hasSize(2)
          .allMatch(log -> "1 for SELECT 1".equals(log.body()))
          .extracting(log -> log.spanId())
          .containsExactly(serving.get(0).spanId(), serving.get(1).spanId());
      assertServed(receiver);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"always_off", "traceidratio"})
  void trace_thatIsNotSampled_isMeasuredAndLogged(String sampler) throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome outcome =
          serve(receiver, "OTEL_TRACES_SAMPLER", sampler, "OTEL_TRACES_SAMPLER_ARG", "0");

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.err()).isEmpty();
      assertThat(receiver.telemetry().spans()).isEmpty();
      assertThat(receiver.telemetry().logs())
          .filteredOn(log -> "queried".equals(log.eventName()))
          .hasSize(2)
          .allMatch(log -> "1 for SELECT 1".equals(log.body()));
      assertServed(receiver);
    }
  }

  @Test
  void spans_thatAreNotExported_areCountedAllTheSame() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome outcome = serve(receiver, "OTEL_TRACES_EXPORTER", "none");

      assertThat(outcome.err()).isEmpty();
      assertThat(receiver.telemetry().spans()).isEmpty();
      assertServed(receiver);
    }
  }

  private static List<RecordedSpan> named(String name, List<RecordedSpan> spans) {
    return spans.stream().filter(span -> span.name().equals(name)).toList();
  }

  private static void assertServed(OtlpReceiver receiver) {
    assertThat(receiver.telemetry().metrics())
        .filteredOn(metric -> metric.name().equals("served"))
        .last()
        .extracting(RecordedMetric::points)
        .satisfies(
            points ->
                assertThat(points)
                    .singleElement()
                    .matches(point -> point.attributes().equals(Map.of("queries", 1L)))
                    .extracting(RecordedPoint::requireValue)
                    .isEqualTo(2L));
  }
}
