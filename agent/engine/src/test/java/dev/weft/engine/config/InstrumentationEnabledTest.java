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

class InstrumentationEnabledTest {
  private static final String DEFAULT = "otel.instrumentation.common.default-enabled";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void instrumentationEnabled_nothingSet_isDefault(boolean byDefault) {
    Configuration configuration = ConfiguredWith.nothing();

    assertThat(configuration.instrumentationEnabled("jdbc", byDefault)).isEqualTo(byDefault);
  }

  @ParameterizedTest
  @CsvSource({
    "java-http-client, OTEL_INSTRUMENTATION_JAVA_HTTP_CLIENT_ENABLED",
    "servlet, OTEL_INSTRUMENTATION_SERVLET_ENABLED",
    "servlet, OTEL_INSTRUMENTATION_SERVLET_3_0_ENABLED",
    "servlet, OTEL_INSTRUMENTATION_SERVLET_5_0_ENABLED",
    "servlet, OTEL_INSTRUMENTATION_TOMCAT_ENABLED",
    "servlet, OTEL_INSTRUMENTATION_JETTY_ENABLED",
    "jdbc, OTEL_INSTRUMENTATION_JDBC_ENABLED",
    "aws-sdk-2, OTEL_INSTRUMENTATION_AWS_SDK_ENABLED",
    "aws-sdk-2, OTEL_INSTRUMENTATION_AWS_SDK_2_2_ENABLED",
    "logback, OTEL_INSTRUMENTATION_LOGBACK_MDC_ENABLED",
    "logback, OTEL_INSTRUMENTATION_LOGBACK_MDC_1_0_ENABLED",
    "runtime, OTEL_INSTRUMENTATION_RUNTIME_TELEMETRY_ENABLED",
  })
  void instrumentationEnabled_nameOrAliasOff_isFalse(String name, String variable) {
    Configuration configuration = environment(Map.of(variable, "false"));

    assertThat(configuration.instrumentationEnabled(name, true)).isFalse();
    assertThat(configuration.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_LOGS_EXPORTER, none, logback-appender, false",
    "OTEL_LOGS_EXPORTER, none, java-util-logging, false",
    "OTEL_LOGS_EXPORTER, none, logback, true",
    "OTEL_SDK_DISABLED, true, java-util-logging, false",
    "OTEL_SDK_DISABLED, true, jdbc, true",
    "OTEL_LOGS_EXPORTER, console, java-util-logging, true",
    "OTEL_TRACES_EXPORTER, none, java-util-logging, true"
  })
  void instrumentationEnabled_ofLogRecords_whereTheyGoSomewhere(
      String variable, String value, String name, boolean enabled) {
    Configuration configuration =
        environment(
            Map.of(
                variable,
                value,
                "OTEL_INSTRUMENTATION_" + Key.environmentName(name) + "_ENABLED",
                "true"));

    assertThat(configuration.instrumentationEnabled(name, true)).isEqualTo(enabled);
  }

  @Test
  void instrumentationEnabled_nameAndAlias_takesFirst() {
    Configuration configuration =
        properties(
            Map.of(
                "otel.instrumentation.servlet.enabled", "true",
                "otel.instrumentation.servlet-3.0.enabled", "false"));

    assertThat(configuration.instrumentationEnabled("servlet", false)).isTrue();
  }

  @Test
  void instrumentationEnabled_defaultsOff_onlyNamedOnesAreOn() {
    Configuration configuration =
        properties(Map.of(DEFAULT, "false", "otel.instrumentation.jdbc.enabled", "TRUE"));

    assertThat(configuration.instrumentationEnabled("jdbc", true)).isTrue();
    assertThat(configuration.instrumentationEnabled("servlet", true)).isFalse();
  }

  @Test
  void instrumentationEnabled_defaultsOn_leavesThoseOffByDefaultOff() {
    Configuration configuration = properties(Map.of(DEFAULT, "true"));

    assertThat(configuration.instrumentationEnabled("jdbc", false)).isFalse();
  }

  @Test
  void instrumentationEnabled_malformed_isReportedAndDefaultUsed() {
    Configuration configuration = properties(Map.of("otel.instrumentation.jdbc.enabled", "off"));

    assertThat(configuration.instrumentationEnabled("jdbc", true)).isTrue();
    assertThat(lines(configuration))
        .containsExactly(
            "otel.instrumentation.jdbc.enabled=off (system property) is not true or false;"
                + " it counts as not set");
  }
}
