// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Problem;
import dev.weft.engine.rules.model.TelemetryRule;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSwitchesTest {
  private static final String RULES =
      """
      methods: a.C[listed]
      rules:
        place.order: {on: {class: a.B, method: m}, span: {}}
        resting: {enabled: false, on: {class: a.B, method: m}, span: {}}
      """;
  private static final String PREFIX = "OTEL_INSTRUMENTATION_";

  @TempDir Path folder;

  private Configuration configuration(String... namesAndValues) {
    Path file = Written.write(folder, "rules.yaml", RULES);
    Map<String, String> environment = new HashMap<>(Map.of("WEFT_RULES", file.toString()));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i];
      environment.put(PREFIX + name + "_ENABLED", namesAndValues[i + 1]);
    }
    return new Configuration(null, environment, new Properties());
  }

  private static List<String> enabled(Configuration configuration) {
    RuleSwitches switches = new RuleSwitches(configuration);
    RuleFiles.Outcome outcome = new ConfiguredRules(configuration).read();
    assertThat(outcome.problems).isEmpty();
    return outcome.rules.rules.stream()
        .filter(switches::enabled)
        .map((TelemetryRule rule) -> rule.name)
        .toList();
  }

  private static List<String> unknown(Configuration configuration) {
    RuleFiles.Outcome outcome = new ConfiguredRules(configuration).read();
    return new RuleSwitches(configuration).unknown(outcome).stream().map(Problem::line).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "JDBC, true, a.C.listed place.order",
    "PLACE_ORDER, false, a.C.listed",
    "RESTING, true, a.C.listed place.order resting",
    "METHODS, false, place.order",
    "A_C_LISTED, false, place.order",
    "COMMON_DEFAULT, false, ''",
  })
  void rule_isOn_asItsSwitchSays(String name, String value, String expected) {
    Configuration configuration = configuration(name, value);

    assertThat(String.join(" ", enabled(configuration))).isEqualTo(expected);
    assertThat(configuration.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PLACE_ORDER, place.order",
    "METHODS, a.C.listed",
    "A_C_LISTED, a.C.listed",
    "RESTING, resting"
  })
  void rule_namedWhereAllDefaultsAreOff_isTheOnlyOneThatIsOn(String name, String expected) {
    assertThat(enabled(configuration("COMMON_DEFAULT", "false", name, "true")))
        .containsExactly(expected);
  }

  @Test
  void switch_ofNoRule_isReportedOnceTheRulesAreKnown() {
    Configuration configuration =
        configuration(
            "PLACE_ODER", "false", "PLACE_ORDER", "true", "NETTY", "true", "JDBC", "true");

    assertThat(configuration.problems()).isEmpty();
    assertThat(unknown(configuration))
        .containsExactlyInAnyOrder(
            "OTEL_INSTRUMENTATION_PLACE_ODER_ENABLED (environment variable) is not a setting that"
                + " Weft knows; did you mean OTEL_INSTRUMENTATION_PLACE_ORDER_ENABLED?",
            "OTEL_INSTRUMENTATION_NETTY_ENABLED (environment variable) is not honoured: Weft has no"
                + " instrumentation netty");
  }

  @Test
  void switch_thatIsMalformed_isReportedAtOnce() {
    assertThat(configuration("PLACE_ORDER", "off").problems())
        .singleElement()
        .asString()
        .contains("OTEL_INSTRUMENTATION_PLACE_ORDER_ENABLED=off", "is not true or false");
  }

  @Test
  void switch_whileAFileIsBroken_mayBeOfARuleInIt() {
    Configuration configuration = configuration("OTHER", "true");
    Written.write(folder, "rules.yaml", "rules: {other: {}}");

    assertThat(unknown(configuration)).isEmpty();
  }

  @Test
  void switch_withoutRules_isReportedAsEver() {
    Configuration configuration =
        new Configuration(null, Map.of(PREFIX + "PLACE_ENABLED", "true"), new Properties());

    assertThat(configuration.hasRules()).isFalse();
    assertThat(configuration.problems()).singleElement().asString().contains("is not a setting");
  }

  @Test
  void rule_calledLikeAnInstrumentation_isAProblem() {
    String text = "rules:\n  aws-sdk: {on: {class: a.B, method: m}, span: {}}\n";

    assertThat(Written.lines(Written.file(folder, text), folder))
        .containsExactly(
            "rules.yaml:2: rule aws-sdk has the name of an instrumentation, and its switch");
  }

  @Test
  void paths_areReadInTheirOrder_andMissingOnesSaidOnce() {
    Path first = Written.write(folder, "z.yaml", RULES);
    Properties system = new Properties();
    system.setProperty("weft.rules", first + ", " + folder.resolve("no.yaml"));
    system.setProperty("otel.instrumentation.methods.include", "a.D[m];a.E[n]");
    Configuration configuration = new Configuration(null, Map.of(), system);

    RuleFiles.Outcome outcome = new ConfiguredRules(configuration).read();

    assertThat(configuration.hasRules()).isTrue();
    assertThat(configuration.problems()).isEmpty();
    assertThat(Written.lines(outcome, folder)).containsExactly("no.yaml: does not exist");
    assertThat(outcome.rules.rules)
        .extracting(rule -> rule.name)
        .containsExactly("a.C.listed", "place.order", "resting", "a.D.m", "a.E.n");
    assertThat(outcome.rules.rules.get(3).scope).isEqualTo("io.opentelemetry.methods");
  }
}
