// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.SpanKind;
import dev.weft.engine.rules.model.TelemetryRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeveralFilesTest {
  private static final String ON = "on: {class: a.B, method: m}";

  @TempDir Path folder;

  private void write(String name, String rule, String rest) {
    Written.write(folder, name, "rules:\n  " + rule + ":\n    " + ON + "\n    " + rest + "\n");
  }

  private RuleFiles.Outcome read() {
    return RuleFiles.read(List.of(folder.toFile()));
  }

  @Test
  void folder_isRead_inOrderOfNames() {
    write("b.yml", "second", "span: {}");
    write("a.yaml", "first", "span: {}");
    write("c.txt", "none", "span: {}");

    assertThat(read().rules.rules).extracting(rule -> rule.name).containsExactly("first", "second");
  }

  @ParameterizedTest
  @CsvSource({"place, ''", "Place, ', of which the switch is the same'"})
  void name_ofTwoRules_isAProblemOfTheSecond(String second, String same) {
    write("a.yaml", "place", "span: {}");
    write("b.yaml", second, "span: {}");

    RuleFiles.Outcome outcome = read();

    assertThat(outcome.rules.rules).hasSize(1);
    assertThat(outcome.problems)
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.line())
                    .isEqualTo(
                        folder.resolve("b.yaml")
                            + ":2: rule "
                            + second
                            + " is also at "
                            + folder.resolve("a.yaml")
                            + ":2"
                            + same));
  }

  @ParameterizedTest
  @CsvSource({
    "'{gauge: 1, unit: s}', kind gauge here and counter",
    "'{counter: 1}', unit '' here and 's'",
    "'{counter: 1, unit: s, by: {k: 1}}', keys [k] here and []",
  })
  void metric_declaredTwice_hasToBeTheSame(String metric, String expected) {
    write("a.yaml", "first", "metrics: {m: {counter: 1, unit: s}}");
    write("b.yaml", "second", "metrics: {m: " + metric + "}");

    assertThat(Written.lines(read(), folder))
        .singleElement()
        .asString()
        .startsWith("b.yaml:4: metric m has " + expected + " at ");
  }

  @Test
  void buckets_declaredTwice_haveToBeTheSame() {
    write("a.yaml", "first", "metrics: {m: [{histogram: 1}, {histogram: 1, buckets: [1]}]}");

    assertThat(Written.lines(read(), folder))
        .singleElement()
        .asString()
        .startsWith("a.yaml:4: metric m has buckets [1.0] here and [] at ");
  }

  @Test
  void file_thatIsBroken_leavesTheOthersAlone() {
    write("a.yaml", "first", "span: {}");
    write("b.yaml", "second", "spn: {}");

    RuleFiles.Outcome outcome = read();

    assertThat(outcome.isWhole()).isFalse();
    assertThat(outcome.rules.rules).extracting(rule -> rule.name).containsExactly("first");
  }

  @Test
  void up_toRuleOrSpan_ofAnotherFileOrABrokenOne_isKnown() {
    write("a.yaml", "first", "span: {name: the first}");
    write("b.yaml", "second", "up: {first: {n: 1}, the first: {n: 1}, third: {n: 1}, B.m: {n: 1}}");
    write("c.yaml", "third", "span: {}\n    spn: {}");

    assertThat(Written.lines(read(), folder))
        .containsExactly("c.yaml:5: rule third has no spn; did you mean span?");
  }

  @Test
  void shorthand_ofSetting_makesARuleForEachMethod() {
    RuleFiles.Outcome outcome = RuleFiles.read(List.of(), "a.B[m , n,];c.D$E[x];");

    assertThat(outcome.problems).isEmpty();
    assertThat(outcome.rules.rules)
        .extracting(rule -> rule.name)
        .containsExactly("a.B.m", "a.B.n", "c.D$E.x");
    TelemetryRule rule = outcome.rules.rules.get(0);
    assertThat(rule.span.kind).isEqualTo(SpanKind.INTERNAL);
    assertThat(rule.span.attributes)
        .singleElement()
        .satisfies(
            attribute -> {
              assertThat(attribute.name).isEqualTo("code.function.name");
              assertThat(attribute.value.expression).hasToString("a.B.m");
            });
  }

  @Test
  void shorthand_thatIsBroken_isAProblemOfTheSetting() {
    assertThat(RuleFiles.read(List.of(), "a.B[m];nothing").problems)
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.line())
                    .startsWith("otel.instrumentation.methods.include: 'nothing' is no class"));
  }

  @Test
  void tenThousandRules_areReadInSeconds() {
    StringBuilder text = new StringBuilder("rules:\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("  r").append(i).append(":\n    on: {class: a.B").append(i);
      text.append(", method: 'm(order, int count)'}\n    span:\n      name: 'do {order.kind}'\n");
      text.append("      attributes: {a: order.total, b: count, c: return.size}\n");
    }
    Written.write(folder, "many.yaml", text.toString());
    long start = System.nanoTime();

    RuleFiles.Outcome outcome = read();

    assertThat(outcome.problems).isEmpty();
    assertThat(outcome.rules.rules).hasSize(10_000);
    assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(20_000_000_000L);
  }
}
