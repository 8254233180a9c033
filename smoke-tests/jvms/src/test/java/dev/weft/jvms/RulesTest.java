// SPDX-License-Identifier: Apache-2.0
package dev.weft.jvms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedPoint;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telemetry rules on every Java that is supported, on virtual threads as well. */
class RulesTest {
  private static final String RULES =
      """
      rules:
        bake:
          on: {implements: example.Bakery$Oven, method: 'bake(loaf, now)'}
          context: {loaf: loaf.name}
          span:
            name: 'bake {loaf.grain}'
            attributes:
              minutes: {map: loaf.grain, RYE: '60', else: '40'}
              heavy: loaf.weight > 2
              result: return
          below: {heats: {count: span.name == 'heat'}, minutes.all: {sum: 'span["minutes"]'}}
          metrics: {loaves: {counter: loaf.weight, by: {grain: loaf.grain}}}
          logs: {event: baked, severity: {map: loaf.grain, RYE: warn, else: info}, body: '{context.loaf}'}
        later:
          on: {implements: example.Bakery$Oven, method: later}
          span: {name: later, kind: server, attributes: {length: return.length}}
        heat:
          on: {class: example.Bakery$StoneOven, method: heat(minutes)}
          span: {name: heat, attributes: {minutes: minutes, loaf: context.loaf}}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "8, false",
    "11, false",
    "17, false",
    "21, false",
    "21, true",
    "25, false",
    "25, true",
    "26, true"
  })
  void bakery_isRecorded(int feature, boolean virtual) throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    Jvm jvm = Shops.jvm(Jvm.home(feature)).option("-Dbakery.virtual=" + virtual);
    Outcome alone =
        Shops.jvm(Jvm.home(feature))
            .option("-Dbakery.virtual=" + virtual)
            .withoutAgent()
            .run("example.Bakery");
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome outcome =
          jvm.env("WEFT_RULES", rules.toString())
              .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint())
              .run("example.Bakery");

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.stdout()).isEqualTo(alone.stdout()).contains("loaf-3 for 60 minutes");
      assertThat(outcome.stderr()).isEqualTo(alone.stderr());
      assertSpans(receiver.telemetry().spans());
      assertThat(receiver.telemetry().metrics())
          .filteredOn(metric -> metric.name().equals("loaves"))
          .last()
          .extracting(RecordedMetric::points)
          .satisfies(points -> assertLoaves(points));
      assertThat(receiver.telemetry().logs())
          .extracting(log -> log.eventName() + " " + log.severityText() + " " + log.body())
          .containsExactlyInAnyOrder(
              "baked INFO loaf-1",
              "baked INFO loaf-1",
              "baked INFO loaf-2",
              "baked INFO loaf-2",
              "baked WARN loaf-3",
              "baked WARN loaf-3");
    }
  }

  private static void assertLoaves(List<RecordedPoint> points) {
    assertThat(points)
        .extracting(point -> point.attributes() + " " + point.requireValue())
        .containsExactlyInAnyOrder("{grain=WHEAT} 6", "{grain=RYE} 6");
  }

  private static void assertSpans(List<RecordedSpan> spans) {
    assertThat(spans)
        .extracting(RecordedSpan::name)
        .containsExactlyInAnyOrder(
            "heat",
            "heat",
            "heat",
            "heat",
            "heat",
            "heat",
            "later",
            "later",
            "later",
            "bake WHEAT",
            "bake WHEAT",
            "bake WHEAT",
            "bake WHEAT",
            "bake RYE",
            "bake RYE");
    List<RecordedSpan> roots = spans.stream().filter(RecordedSpan::isRoot).toList();
    assertThat(roots).hasSize(6);
    assertThat(spans)
        .filteredOn(span -> span.name().equals("later"))
        .allMatch(RecordedSpan::isRoot)
        .allMatch(span -> span.kind() == RecordedSpan.Kind.SERVER)
        .allMatch(span -> Map.of("length", 21L).equals(span.attributes()))
        .allSatisfy(
            later ->
                assertThat(spans)
                    .filteredOn(span -> span.isChildOf(later))
                    .singleElement()
                    .matches(span -> span.name().startsWith("bake ")));
    assertThat(spans)
        .filteredOn(span -> span.name().equals("bake RYE"))
        .hasSize(2)
        .allMatch(
            span ->
                Map.of(
                        "minutes", 60L,
                        "heavy", true,
                        "result", "loaf-3 for 60 minutes",
                        "heats", 1L,
                        "minutes.all", 60L)
                    .equals(span.attributes()))
        .allSatisfy(
            bake ->
                assertThat(spans)
                    .filteredOn(span -> span.isChildOf(bake))
                    .singleElement()
                    .matches(
                        span ->
                            Map.of("minutes", 60L, "loaf", "loaf-3").equals(span.attributes())));
  }
}
