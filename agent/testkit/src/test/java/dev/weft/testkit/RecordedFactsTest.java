// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedFactsTest {
  private final RecordedTelemetry telemetry = new RecordedTelemetry();
  private final RecordedFacts facts = new RecordedFacts();

  @Test
  void span_isSaidByKindAndAttributes() {
    telemetry.addSpans(
        List.of(
            span(
                Map.of(
                    "shop.items", List.of("tea"), "shop.age", 3L, "http.request.header.x", "y"))));

    facts.add(telemetry);

    assertThat(facts.take())
        .extracting(Fact::toString)
        .containsExactly(
            "scopes > test > schema_url: ",
            "spans > INTERNAL",
            "spans > INTERNAL > attributes > http.request.header.<name>: string",
            "spans > INTERNAL > attributes > shop.age: long",
            "spans > INTERNAL > attributes > shop.items: string[]");
  }

  @Test
  void metric_isSaidByAllThatDescribesIt() {
    telemetry.addMetrics(List.of(histogram(new RecordedScope("shop", "", "https://shop.example"))));

    facts.add(telemetry);

    assertThat(facts.take())
        .extracting(Fact::toString)
        .containsExactly(
            "metrics > shop.duration",
            "metrics > shop.duration > attributes > shop.open: boolean",
            "metrics > shop.duration > buckets: [0.5]",
            "metrics > shop.duration > description: Duration of a sale.",
            "metrics > shop.duration > type: histogram",
            "metrics > shop.duration > unit: s",
            "scopes > shop > schema_url: https://shop.example");
  }

  @Test
  void whatTheAgentSaysItself_isIgnored() {
    telemetry.addMetrics(List.of(histogram(new RecordedScope("dev.weft", "", ""))));

    facts.add(telemetry);

    assertThat(facts.take()).isEmpty();
  }

  @Test
  void facts_taken_areGone() {
    telemetry.addSpans(List.of(span(Map.of())));
    facts.add(telemetry);

    facts.take();

    assertThat(facts.take()).isEmpty();
  }

  private static RecordedSpan span(Map<String, Object> attributes) {
    return SomeSpan.span("t", "s", "", 0, attributes, RecordedSpan.Status.UNSET, List.of());
  }

  private static RecordedMetric histogram(RecordedScope scope) {
    RecordedHistogram values =
        new RecordedHistogram(1, 0.1, 0.1, 0.1, List.of(0.5), List.of(1L, 0L));
    return new RecordedMetric(
        "shop.duration",
        "s",
        "Duration of a sale.",
        RecordedMetric.Type.HISTOGRAM,
        false,
        RecordedMetric.Temporality.CUMULATIVE,
        List.of(new RecordedPoint(Map.of("shop.open", true), 0, 1, null, values, List.of())),
        scope,
        Map.of());
  }
}
