// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every setting that the reference agent documents for itself, for all instrumentations and for the
 * SDK is known here: it has an effect, or a reason is given why it has none.
 */
class EveryKeyTest {
  private static final String AGENT =
      """
      OTEL_JAVAAGENT_ENABLED OTEL_JAVAAGENT_DEBUG OTEL_JAVAAGENT_LOGGING
      OTEL_JAVAAGENT_LOGGING_APPLICATION_LOGS_BUFFER_MAX_RECORDS OTEL_JAVAAGENT_CONFIGURATION_FILE
      OTEL_JAVAAGENT_EXTENSIONS OTEL_JAVAAGENT_EXPERIMENTAL_FIELD_INJECTION_ENABLED
      OTEL_JAVAAGENT_EXPERIMENTAL_SECURITY_MANAGER_SUPPORT_ENABLED
      OTEL_JAVAAGENT_EXPERIMENTAL_INITIALIZER_JAR OTEL_CONFIG_FILE OTEL_JAVAAGENT_EXPERIMENTAL_INDY
      OTEL_JAVAAGENT_EXPERIMENTAL_FORCE_SYNCHRONOUS_AGENT_LISTENERS OTEL_JAVAAGENT_EXCLUDE_CLASSES
      OTEL_JAVAAGENT_EXCLUDE_CLASS_LOADERS OTEL_JAVAAGENT_ADD_THREAD_DETAILS
      OTEL_JAVAAGENT_EXPERIMENTAL_THREAD_PROPAGATION_DEBUGGER_ENABLED
      OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED OTEL_INSTRUMENTATION_COMMON_V3_PREVIEW
      """;
  private static final String CONVENTIONS =
      """
      OTEL_SEMCONV_STABILITY_OPT_IN OTEL_SEMCONV_STABILITY_PREVIEW
      OTEL_SEMCONV_EXCEPTION_SIGNAL_PREVIEW
      """;
  private static final String COMMON =
      """
      OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING
      OTEL_INSTRUMENTATION_COMMON_DB_QUERY_SANITIZATION_ENABLED
      OTEL_INSTRUMENTATION_COMMON_DB_STATEMENT_SANITIZER_ENABLED
      OTEL_INSTRUMENTATION_COMMON_DB_EXPERIMENTAL_SQLCOMMENTER_ENABLED
      OTEL_INSTRUMENTATION_HTTP_CLIENT_CAPTURE_REQUEST_HEADERS
      OTEL_INSTRUMENTATION_HTTP_CLIENT_CAPTURE_RESPONSE_HEADERS
      OTEL_INSTRUMENTATION_HTTP_SERVER_CAPTURE_REQUEST_HEADERS
      OTEL_INSTRUMENTATION_HTTP_SERVER_CAPTURE_RESPONSE_HEADERS
      OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS
      OTEL_INSTRUMENTATION_HTTP_CLIENT_EMIT_EXPERIMENTAL_TELEMETRY
      OTEL_INSTRUMENTATION_HTTP_SERVER_EMIT_EXPERIMENTAL_TELEMETRY
      OTEL_INSTRUMENTATION_SANITIZATION_URL_EXPERIMENTAL_SENSITIVE_QUERY_PARAMETERS
      OTEL_INSTRUMENTATION_COMMON_EXPERIMENTAL_CONTROLLER_TELEMETRY_ENABLED
      OTEL_INSTRUMENTATION_COMMON_EXPERIMENTAL_VIEW_TELEMETRY_ENABLED
      OTEL_INSTRUMENTATION_COMMON_LOGGING_TRACE_ID_KEY
      OTEL_INSTRUMENTATION_COMMON_LOGGING_SPAN_ID_KEY
      OTEL_INSTRUMENTATION_COMMON_LOGGING_TRACE_FLAGS_KEY
      OTEL_INSTRUMENTATION_COMMON_LOGGING_TRACE_ID OTEL_INSTRUMENTATION_COMMON_LOGGING_SPAN_ID
      OTEL_INSTRUMENTATION_COMMON_LOGGING_TRACE_FLAGS
      OTEL_INSTRUMENTATION_COMMON_MDC_RESOURCE_ATTRIBUTES
      OTEL_INSTRUMENTATION_COMMON_ENDUSER_ID_ENABLED
      OTEL_INSTRUMENTATION_COMMON_ENDUSER_ROLE_ENABLED
      OTEL_INSTRUMENTATION_COMMON_ENDUSER_SCOPE_ENABLED
      OTEL_INSTRUMENTATION_COMMON_USER_NAME_ENABLED OTEL_INSTRUMENTATION_COMMON_USER_ROLES_ENABLED
      OTEL_INSTRUMENTATION_MESSAGING_EXPERIMENTAL_HEADERS_INCLUDED
      OTEL_INSTRUMENTATION_MESSAGING_EXPERIMENTAL_HEADERS_EXCLUDED
      OTEL_INSTRUMENTATION_MESSAGING_EXPERIMENTAL_CAPTURE_HEADERS
      OTEL_INSTRUMENTATION_MESSAGING_EXPERIMENTAL_RECEIVE_TELEMETRY_ENABLED
      OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT
      OTEL_INSTRUMENTATION_EXPERIMENTAL_SPAN_SUPPRESSION_STRATEGY
      OTEL_EXPERIMENTAL_JAVASCRIPT_SNIPPET
      """;
  private static final String SDK =
      """
      OTEL_SDK_DISABLED OTEL_SERVICE_NAME OTEL_RESOURCE_ATTRIBUTES OTEL_RESOURCE_DISABLED_KEYS
      OTEL_JAVA_ENABLED_RESOURCE_PROVIDERS OTEL_JAVA_DISABLED_RESOURCE_PROVIDERS OTEL_PROPAGATORS
      OTEL_TRACES_EXPORTER OTEL_METRICS_EXPORTER OTEL_LOGS_EXPORTER
      OTEL_JAVA_EXPORTER_OTLP_RETRY_DISABLED OTEL_JAVA_EXPORTER_MEMORY_MODE
      OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE
      OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION OTEL_BSP_SCHEDULE_DELAY
      OTEL_BSP_MAX_QUEUE_SIZE OTEL_BSP_MAX_EXPORT_BATCH_SIZE OTEL_BSP_EXPORT_TIMEOUT
      OTEL_BLRP_SCHEDULE_DELAY OTEL_BLRP_MAX_QUEUE_SIZE OTEL_BLRP_MAX_EXPORT_BATCH_SIZE
      OTEL_BLRP_EXPORT_TIMEOUT OTEL_METRIC_EXPORT_INTERVAL OTEL_METRIC_EXPORT_TIMEOUT
      OTEL_METRICS_EXEMPLAR_FILTER OTEL_JAVA_METRICS_CARDINALITY_LIMIT
      OTEL_EXPERIMENTAL_METRICS_CARDINALITY_LIMIT OTEL_TRACES_SAMPLER OTEL_TRACES_SAMPLER_ARG
      OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT
      OTEL_ATTRIBUTE_COUNT_LIMIT OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT OTEL_SPAN_EVENT_COUNT_LIMIT
      OTEL_SPAN_LINK_COUNT_LIMIT OTEL_EXPORTER_PROMETHEUS_HOST OTEL_EXPORTER_PROMETHEUS_PORT
      OTEL_EXPERIMENTAL_SDK_TELEMETRY_VERSION OTEL_EXPERIMENTAL_METRICS_VIEW_CONFIG
      OTEL_JAVA_EXPERIMENTAL_SPAN_ATTRIBUTES_COPY_FROM_BAGGAGE_INCLUDE
      OTEL_RESOURCE_PROVIDERS_AWS_ENABLED OTEL_RESOURCE_PROVIDERS_GCP_ENABLED
      OTEL_RESOURCE_PROVIDERS_AZURE_ENABLED OTEL_RESOURCE_PROVIDERS_CLOUDFOUNDRY_ENABLED
      """;
  private static final List<String> PER_SIGNAL =
      List.of(
          "PROTOCOL",
          "ENDPOINT",
          "HEADERS",
          "COMPRESSION",
          "TIMEOUT",
          "CERTIFICATE",
          "CLIENT_KEY",
          "CLIENT_CERTIFICATE");

  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String part : List.of(AGENT, CONVENTIONS, COMMON, SDK)) {
      names.addAll(List.of(part.strip().split("\\s+")));
    }
    for (String setting : PER_SIGNAL) {
      for (String signal : List.of("", "TRACES_", "METRICS_", "LOGS_")) {
        names.add("OTEL_EXPORTER_OTLP_" + signal + setting);
      }
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("names")
  void documentedSetting_isNeverUnknown(String name) {
    Configuration configuration = new Configuration(null, Map.of(name, "x"), new Properties());

    assertThat(configuration.problems())
        .noneMatch(problem -> problem.line().contains("is not a setting that Weft knows"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void documentedSetting_isOnThePage(String name) {
    boolean former =
        Keys.all().stream()
            .map(Key::formerName)
            .anyMatch(old -> old != null && Key.environmentName(old).equals(name));

    List<String> rows =
        ConfigurationPage.render()
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .map(Key::environmentName)
            .collect(Collectors.toList());

    assertThat(former || rows.contains(name)).as(name).isTrue();
  }

  @Test
  void setting_isEitherHonouredOrNot() {
    List<String> both =
        Keys.all().stream()
            .map(Key::environmentName)
            .filter(name -> UnhonouredKeys.withEnvironmentName(name) != null)
            .collect(Collectors.toList());

    assertThat(both).isEmpty();
  }

  @Test
  void settingThatIsNotHonoured_hasAReason() {
    assertThat(UnhonouredKeys.all()).allMatch(key -> !key.whyNotHonoured().isBlank());
  }

  @Test
  void unknownSampler_isOneLine_evenWithAnArgument() {
    Map<String, String> environment =
        Map.of(
            "OTEL_TRACES_SAMPLER", "parentbased_jaeger_remote",
            "OTEL_TRACES_SAMPLER_ARG", "endpoint=http://localhost:14250");

    Configuration configuration = new Configuration(null, environment, new Properties());

    assertThat(configuration.problems())
        .singleElement()
        .asString()
        .contains("parentbased_jaeger_remote", "the default parentbased_always_on is used");
  }
}
