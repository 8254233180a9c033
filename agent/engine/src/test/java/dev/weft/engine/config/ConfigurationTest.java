// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import static dev.weft.engine.config.ConfiguredWith.environment;
import static dev.weft.engine.config.ConfiguredWith.lines;
import static dev.weft.engine.config.ConfiguredWith.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  @Test
  void getters_nothingSet_giveDefaults() {
    Configuration configuration = ConfiguredWith.nothing();

    assertThat(configuration.flag(Keys.AGENT_ENABLED)).isTrue();
    assertThat(configuration.flag(Keys.ADD_THREAD_DETAILS)).isFalse();
    assertThat(configuration.string(Keys.SERVICE_NAME)).isEmpty();
    assertThat(configuration.integer(Keys.BSP_MAX_QUEUE_SIZE)).isEqualTo(2048);
    assertThat(configuration.duration(MetricKeys.METRIC_EXPORT_INTERVAL)).isEqualTo(60_000);
    assertThat(configuration.ratio(Keys.TRACES_SAMPLER_ARG)).isEqualTo(1.0);
    assertThat(configuration.list(Keys.PROPAGATORS)).containsExactly("tracecontext", "baggage");
    assertThat(configuration.map(Keys.RESOURCE_ATTRIBUTES)).isEmpty();
    assertThat(configuration.problems()).isEmpty();
  }

  @Test
  void defaults_ofAllKeys_areWellFormed() {
    Check check = new Check(new ArrayList<>());

    for (Key key : Keys.all()) {
      if (!key.defaultText().isEmpty()) {
        Setting asSet = new Setting(key.name(), key.defaultText(), Setting.SYSTEM_PROPERTY);
        assertThat(check.accepted(key, asSet)).as(key.name()).isSameAs(asSet);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "10,10",
    "10ms,10",
    "5s,5000",
    "5 s,5000",
    "1m,60000",
    "1h,3600000",
    "1d,86400000"
  })
  void duration_wellFormed_isInMilliseconds(String text, long millis) {
    Configuration configuration = environment(Map.of("OTEL_BSP_SCHEDULE_DELAY", text));

    assertThat(configuration.duration(Keys.BSP_SCHEDULE_DELAY)).isEqualTo(millis);
    assertThat(configuration.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s", "-1", "1.5s", "5 seconds", "5S", "99999999999999999999", "999999999999999d"})
  void duration_malformed_isReportedOnceAndDefaultUsed(String text) {
    Configuration configuration = environment(Map.of("OTEL_BSP_SCHEDULE_DELAY", text));

    assertThat(configuration.duration(Keys.BSP_SCHEDULE_DELAY)).isEqualTo(5000);
    assertThat(lines(configuration))
        .containsExactly(
            "OTEL_BSP_SCHEDULE_DELAY="
                + text
                + " (environment variable) is not a duration such as 500ms or 5s;"
                + " the default 5000 is used");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "many", "3000000000", "1e3", "0x10"})
  void integer_malformed_isReportedAndDefaultUsed(String text) {
    Configuration configuration = properties(Map.of("otel.bsp.max.queue.size", text));

    assertThat(configuration.integer(Keys.BSP_MAX_QUEUE_SIZE)).isEqualTo(2048);
    assertThat(lines(configuration))
        .containsExactly(
            "otel.bsp.max.queue.size="
                + text
                + " (system property) is not a whole number above 0; the default 2048 is used");
  }

  @Test
  void problems_zeroInterval_areReported() {
    Configuration configuration = environment(Map.of("OTEL_METRIC_EXPORT_INTERVAL", "0s"));

    assertThat(configuration.duration(MetricKeys.METRIC_EXPORT_INTERVAL)).isEqualTo(60_000);
    assertThat(configuration.problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"true,true", "TRUE,true", "false,false", "False,false"})
  void flag_wellFormed_ignoresCase(String text, boolean expected) {
    Configuration configuration = environment(Map.of("OTEL_JAVAAGENT_ENABLED", text));

    assertThat(configuration.flag(Keys.AGENT_ENABLED)).isEqualTo(expected);
    assertThat(configuration.problems()).isEmpty();
  }

  @Test
  void flag_malformed_isReportedAndDefaultUsed() {
    Configuration configuration = environment(Map.of("OTEL_JAVAAGENT_ENABLED", "no"));

    assertThat(configuration.flag(Keys.AGENT_ENABLED)).isTrue();
    assertThat(lines(configuration))
        .containsExactly(
            "OTEL_JAVAAGENT_ENABLED=no (environment variable) is not true or false;"
                + " the default true is used");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0.25,0.25", "1,1", "1.0,1"})
  void ratio_wellFormed_isRead(String text, double expected) {
    Configuration configuration = environment(Map.of("OTEL_TRACES_SAMPLER_ARG", text));

    assertThat(configuration.ratio(Keys.TRACES_SAMPLER_ARG)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "-0.1", "NaN", "half", "50%"})
  void ratio_malformed_isReportedAndDefaultUsed(String text) {
    Configuration configuration = environment(Map.of("OTEL_TRACES_SAMPLER_ARG", text));

    assertThat(configuration.ratio(Keys.TRACES_SAMPLER_ARG)).isEqualTo(1);
    assertThat(configuration.problems()).hasSize(1);
  }

  @Test
  void list_spacesAndEmptyEntries_areLeftOut() {
    Configuration configuration =
        environment(Map.of("OTEL_JAVAAGENT_EXCLUDE_CLASSES", " a.B , ,c.*,, "));

    assertThat(configuration.list(Keys.EXCLUDE_CLASSES)).containsExactly("a.B", "c.*");
  }

  @Test
  void string_choiceInOtherCase_isCanonical() {
    Configuration configuration =
        environment(Map.of("OTEL_METRICS_EXEMPLAR_FILTER", "TRACE_BASED"));

    assertThat(configuration.string(MetricKeys.METRICS_EXEMPLAR_FILTER)).isEqualTo("trace_based");
    assertThat(configuration.problems()).isEmpty();
  }

  @Test
  void string_unsupportedChoice_isReportedAndDefaultUsed() {
    Configuration configuration = environment(Map.of("OTEL_TRACES_SAMPLER", "jaeger_remote"));

    assertThat(configuration.string(Keys.TRACES_SAMPLER)).isEqualTo("parentbased_always_on");
    assertThat(lines(configuration))
        .singleElement()
        .asString()
        .startsWith("OTEL_TRACES_SAMPLER=jaeger_remote (environment variable) may hold")
        .endsWith("; the default parentbased_always_on is used");
  }

  @Test
  void list_someUnsupportedChoices_keepsTheOthers() {
    Configuration configuration = environment(Map.of("OTEL_PROPAGATORS", "zipkin, B3 ,baggage"));

    assertThat(configuration.list(Keys.PROPAGATORS)).containsExactly("b3", "baggage");
    assertThat(lines(configuration))
        .containsExactly(
            "OTEL_PROPAGATORS=zipkin, B3 ,baggage (environment variable) may hold"
                + " tracecontext,baggage,b3,b3multi,jaeger,ottrace,xray,xray-lambda,none;"
                + " b3,baggage is used");
  }

  @Test
  void list_onlyUnsupportedChoices_usesDefault() {
    Configuration configuration = environment(Map.of("OTEL_METRICS_EXPORTER", "zipkin"));

    assertThat(configuration.list(Keys.METRICS_EXPORTER)).containsExactly("otlp");
    assertThat(configuration.problems()).hasSize(1);
  }

  @Test
  void map_resourceAttributes_areDecodedInOrder() {
    Configuration configuration =
        environment(Map.of("OTEL_RESOURCE_ATTRIBUTES", " b=caf%C3%A9 x, a = 1=2 ,empty=,c=50%"));

    assertThat(configuration.map(Keys.RESOURCE_ATTRIBUTES))
        .containsExactly(entry("b", "caf\u00e9 x"), entry("a", "1=2"), entry("c", "50%"));
    assertThat(configuration.problems()).isEmpty();
  }

  @Test
  void map_peerServices_areNotDecoded() {
    Map<String, String> environment =
        Map.of("OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING", "h:8080/a=b%20c");

    Configuration configuration = environment(environment);

    assertThat(configuration.map(InstrumentationKeys.PEER_SERVICE_MAPPING))
        .containsEntry("h:8080/a", "b%20c");
  }

  @Test
  void map_malformedEntry_isReportedAndLeftOut() {
    Configuration configuration = environment(Map.of("OTEL_RESOURCE_ATTRIBUTES", "a=1,b,=c"));

    assertThat(configuration.map(Keys.RESOURCE_ATTRIBUTES)).containsExactly(entry("a", "1"));
    assertThat(lines(configuration))
        .containsExactly(
            "OTEL_RESOURCE_ATTRIBUTES=a=1,b,=c (environment variable) has an entry, number 2,"
                + " that is not name=value; the well-formed ones are used");
  }

  @Test
  void string_propertyWithDotsForDashes_isTheSameSetting() {
    Configuration configuration = properties(Map.of("otel.javaagent.exclude.classes", "a.B"));

    assertThat(configuration.list(Keys.EXCLUDE_CLASSES)).containsExactly("a.B");
    assertThat(configuration.problems()).isEmpty();
  }

  @Test
  void string_formerName_isRead() {
    String former = "OTEL_INSTRUMENTATION_COMMON_DB_STATEMENT_SANITIZER_ENABLED";
    Configuration configuration = environment(Map.of(former, "false"));

    assertThat(configuration.flag(InstrumentationKeys.DB_QUERY_SANITIZATION)).isFalse();
    assertThat(configuration.flag(InstrumentationKeys.JDBC_QUERY_SANITIZATION)).isFalse();
    assertThat(configuration.problems()).isEmpty();
  }

  @Test
  void string_formerAndPresentName_takesPresent() {
    Configuration configuration =
        properties(
            Map.of(
                "otel.instrumentation.common.logging.trace-id", "old",
                "otel.instrumentation.common.logging.trace-id-key", "new"));

    assertThat(configuration.string(InstrumentationKeys.LOGGING_TRACE_ID_KEY)).isEqualTo("new");
  }

  @Test
  void integer_spanLimit_fallsBackToGeneralLimit() {
    Configuration general = environment(Map.of("OTEL_ATTRIBUTE_COUNT_LIMIT", "7"));
    Configuration both =
        environment(
            Map.of("OTEL_ATTRIBUTE_COUNT_LIMIT", "7", "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "9"));

    assertThat(general.integer(Keys.SPAN_ATTRIBUTE_COUNT_LIMIT)).isEqualTo(7);
    assertThat(both.integer(Keys.SPAN_ATTRIBUTE_COUNT_LIMIT)).isEqualTo(9);
  }

  @Test
  void isSet_defaultOnly_isFalse() {
    Configuration configuration = environment(Map.of("OTEL_SERVICE_NAME", "shop"));

    assertThat(configuration.isSet(Keys.SERVICE_NAME)).isTrue();
    assertThat(configuration.isSet(Keys.BSP_SCHEDULE_DELAY)).isFalse();
  }

  @Test
  void ofProcess_arguments_areNotWrittenToSystemProperties() {
    Configuration configuration = Configuration.ofProcess("otel.service.name=shop");

    assertThat(configuration.isSet(Keys.SERVICE_NAME)).isTrue();
    assertThat(System.getProperty(Keys.SERVICE_NAME.name())).isNull();
  }
}
