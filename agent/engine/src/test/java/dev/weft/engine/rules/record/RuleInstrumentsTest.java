// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.metrics.Instrument;
import dev.weft.api.metrics.Metrics;
import dev.weft.engine.rules.file.RuleFiles;
import dev.weft.engine.rules.model.MetricPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The instruments of rules, over changes of the rules. */
class RuleInstrumentsTest {
  private static final String SCOPE = "instruments.test";

  @TempDir Path folder;

  private final RuleInstruments instruments = new RuleInstruments();
  private final List<String> problems = new ArrayList<>();

  @AfterEach
  void removeAll() {
    instruments.keep(List.of());
    assertThat(exported()).isEmpty();
  }

  private MetricPart metric(String name, String text) throws IOException {
    String rules =
        "rules: {r: {on: {class: a.B, method: c(x)}, metrics: {" + name + ": {" + text + "}}}}";
    Path file = Files.writeString(folder.resolve("rules.yaml"), rules);
    RuleFiles.Outcome read = RuleFiles.read(List.of(file.toFile()));
    assertThat(read.isWhole()).isTrue();
    return read.rules.rules.get(0).metrics.get(0);
  }

  private RuleInstrument of(MetricPart metric) {
    return instruments.of(metric, SCOPE, (place, text) -> problems.add(text));
  }

  private void keep(MetricPart... metrics) {
    List<RuleInstruments.MetricOfScope> kept = new ArrayList<>();
    for (MetricPart one : metrics) {
      kept.add(new RuleInstruments.MetricOfScope(SCOPE, one));
    }
    instruments.keep(kept);
  }

  private static List<String> exported() {
    return Metrics.instruments().stream()
        .filter(one -> one.scope().name().equals(SCOPE))
        .map(Instrument::name)
        .toList();
  }

  private static void record(RuleInstrument instrument, Object... values) {
    for (Object value : values) {
      instrument.record(1, new Object[] {value}, null, null);
    }
  }

  @Test
  void sameMetric_isOneInstrument_andAnotherShapeIsAProblem() throws Exception {
    RuleInstrument first = of(metric("m", "counter: 1, by: {x: x}"));

    assertThat(of(metric("m", "counter: x.size, by: {x: x.y}"))).isSameAs(first);
    assertThat(of(metric("m", "counter: 1, by: {y: x}"))).isNull();
    assertThat(of(metric("m", "counter: 1, by: {x: x}, unit: s"))).isNull();
    assertThat(of(metric("m", "histogram: 1, by: {x: x}"))).isNull();
    assertThat(problems)
        .hasSize(3)
        .allMatch(text -> text.startsWith("m: has another kind, unit or attributes at "))
        .allMatch(text -> text.endsWith("rules.yaml:1: one metric, one shape"));
    assertThat(exported()).containsExactly("m");
  }

  @Test
  void keep_leavesTotals_andRemovesWhatIsNotWantedAnyMore() throws Exception {
    RuleInstrument stays = of(metric("stays", "counter: 1, by: {x: x}"));
    RuleInstrument changes = of(metric("changes", "counter: 1, by: {x: x}"));
    of(metric("goes", "gauge: 1"));
    record(stays, "a");
    record(changes, "a");

    MetricPart changed = metric("changes", "counter: 1, by: {x: x}, unit: s");
    keep(metric("stays", "counter: 2, by: {x: x.y}"), changed);

    assertThat(exported()).containsExactly("stays");
    assertThat(of(metric("stays", "counter: 1, by: {x: x}"))).isSameAs(stays);
    assertThat(of(changed)).isNotNull().isNotSameAs(changes);
    assertThat(of(changed).instrument().isEmpty()).isTrue();
    assertThat(stays.instrument().isEmpty()).isFalse();
    assertThat(problems).isEmpty();
  }

  @Test
  void keep_takesAnotherBoundOnSeries() throws Exception {
    RuleInstrument instrument = of(metric("m", "counter: 1, by: {x: x}, max-series: 1"));
    record(instrument, "a", "b", "c");
    assertThat(instrument.instrument().overflows()).isEqualTo(2);

    keep(metric("m", "counter: 1, by: {x: x}, max-series: 3"));
    record(instrument, "b", "c", "d");

    assertThat(instrument.instrument().overflows()).isEqualTo(3);
  }
}
