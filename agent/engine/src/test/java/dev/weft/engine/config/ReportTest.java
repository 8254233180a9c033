// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import static dev.weft.engine.config.ConfiguredWith.environment;
import static dev.weft.engine.config.ConfiguredWith.lines;
import static dev.weft.engine.config.ConfiguredWith.properties;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  @ParameterizedTest
  @CsvSource({
    "otel.trace.exporter, otel.traces.exporter",
    "otel.exporter.otlp.endpont, otel.exporter.otlp.endpoint",
    "otel.instrumentation.jdcb.enabled, otel.instrumentation.jdbc.enabled",
    "otel.instrumentation.jetty-12.0.enabled, otel.instrumentation.jetty.enabled",
    "otel.javaagent.extension, otel.javaagent.extensions",
    "weft.debugg, weft.debug",
  })
  void problems_misspeltProperty_suggestNearest(String misspelt, String nearest) {
    Configuration configuration = properties(Map.of(misspelt, "true"));

    assertThat(lines(configuration))
        .containsExactly(
            misspelt
                + " (system property) is not a setting that Weft knows; did you mean "
                + nearest
                + "?");
  }

  @Test
  void problems_misspeltVariable_suggestVariable() {
    Configuration configuration = environment(Map.of("OTEL_TRACE_EXPORTER", "none"));

    assertThat(lines(configuration))
        .containsExactly(
            "OTEL_TRACE_EXPORTER (environment variable) is not a setting that Weft knows;"
                + " did you mean OTEL_TRACES_EXPORTER?");
  }

  @Test
  void problems_nothingNear_suggestNothing() {
    Configuration configuration = properties(Map.of("otel.something.of.our.own", "1"));

    assertThat(lines(configuration))
        .containsExactly(
            "otel.something.of.our.own (system property) is not a setting that Weft knows");
  }

  @Test
  void problems_jmsSwitchedOn_doNotSuggestJdbc() {
    Configuration configuration = properties(Map.of("otel.instrumentation.jms.enabled", "true"));

    assertThat(lines(configuration))
        .containsExactly(
            "otel.instrumentation.jms.enabled (system property) is not honoured:"
                + " Weft has no instrumentation jms");
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_JAVAAGENT_EXTENSIONS, /ext, Weft loads no extensions",
    "OTEL_JMX_TARGET_SYSTEM, tomcat, Weft reads no metrics from the application's MBeans",
    "OTEL_INSTRUMENTATION_KAFKA_CLIENTS_0_11_ENABLED, true,"
        + " Weft has no instrumentation kafka-clients-0-11",
    "OTEL_INSTRUMENTATION_GRPC_EMIT_MESSAGE_EVENTS, true, Weft has no instrumentation grpc",
    "OTEL_INSTRUMENTATION_SERVLET_EXPERIMENTAL_SPAN_ATTRIBUTES, true,"
        + " Weft's instrumentation has no such option",
  })
  void problems_settingNotHonoured_sayWhy(String name, String value, String why) {
    Configuration configuration = environment(Map.of(name, value));

    assertThat(lines(configuration))
        .containsExactly(name + " (environment variable) is not honoured: " + why);
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_JAVAAGENT_LOGGING, simple",
    "OTEL_JMX_ENABLED, FALSE",
    "OTEL_INSTRUMENTATION_KAFKA_ENABLED, false",
    "OTEL_INSTRUMENTATION_NETTY_4_1_ENABLED, false",
    "OTEL_INSTRUMENTATION_GRPC_EMIT_MESSAGE_EVENTS, false",
    "OTEL_NODE_IP, 10.0.0.1",
    "OTEL_POD_IP, 10.0.0.2",
    "OTEL_RESOURCE_ATTRIBUTES_POD_NAME, pod",
    "OTEL_RESOURCE_ATTRIBUTES_NODE_NAME, node",
    "OTEL_PYTHON_LOG_CORRELATION, true",
    "OTEL_COLLECTOR_SERVICE_HOST, 10.0.0.3",
    "OTEL_COLLECTOR_SERVICE_PORT_OTLP_HTTP, 4318",
    "OTEL_COLLECTOR_PORT, tcp://10.0.0.3:4317",
    "OTEL_COLLECTOR_PORT_4317_TCP_ADDR, 10.0.0.3",
    "OTEL_COLLECTOR_PORT_4317_TCP_PORT, 4317",
  })
  void problems_nothingIsAskedOfWeft_areEmpty(String name, String value) {
    Configuration configuration = environment(Map.of(name, value));

    assertThat(configuration.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATH", "OTELX", "otel_service_name", "WEFTED"})
  void problems_otherVariables_areEmpty(String name) {
    Configuration configuration = environment(Map.of(name, "x"));

    assertThat(configuration.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_EXPORTER_OTLP_HEADERS, api-key:hunter2",
    "OTEL_EXPORTER_OTLP_TRACES_HEADERS, api-key:hunter2",
    "OTEL_EXPORTER_OTLP_ENDPOINT, ftp://user:hunter2@host",
    "OTEL_EXPORTER_OTLP_TOKEN, hunter2",
  })
  void problems_secret_isNotPrinted(String name, String value) {
    Configuration configuration = environment(Map.of(name, value));

    assertThat(lines(configuration)).singleElement().asString().contains(name);
    assertThat(lines(configuration)).noneMatch(line -> line.contains("hunter2"));
  }

  @Test
  void problems_longValueWithControlCharacters_areOneShortLine() {
    String value = "a\nb\u001b[31m" + "x".repeat(1000);

    Configuration configuration = environment(Map.of("OTEL_TRACES_SAMPLER", value));

    assertThat(lines(configuration))
        .singleElement()
        .asString()
        .contains("a?b?[31m")
        .doesNotContain("\n", "\u001b")
        .hasSizeLessThan(510);
  }

  @Test
  void keys_allTables_haveNoNameTwice() {
    assertThat(Keys.all())
        .extracting(Key::environmentName)
        .doesNotContainAnyElementsOf(
            UnhonouredKeys.all().stream().map(Key::environmentName).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "a, a, 0",
    "'', abc, 3",
    "abc, '', 3",
    "flaw, lawn, 2",
    "jdcb, jdbc, 1"
  })
  void edits_ofTwoWords_areCounted(String from, String to, int edits) {
    assertThat(NearestName.edits(from, to)).isEqualTo(edits);
  }
}
