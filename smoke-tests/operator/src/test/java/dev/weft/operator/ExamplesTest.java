// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weft.engine.config.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that users copy. */
class ExamplesTest {
  private static final String PLACEHOLDER = "registry.example/";

  @Test
  void instrumentation_hasOnlyFieldsOfTheOperator() throws IOException {
    assertThat(Examples.violations(schema(), Examples.instrumentation())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/spec/java, imagge, x",
    "/spec/exporter, endpoint, otel-collector:4318",
    "/spec/sampler, type, sometimes",
    "/spec/java/resources/limits, memory, much",
    "/metadata, name, Weft!",
  })
  void schema_refusesMistake(String parent, String field, String value) throws IOException {
    JsonNode resource = Examples.instrumentation();
    ((ObjectNode) resource.at(parent)).put(field, value);

    assertThat(Examples.violations(schema(), resource)).hasSize(1);
  }

  @Test
  void instrumentation_setsNothingThatTheAgentDoesNotUnderstand() throws IOException {
    Map<String, String> environment = environment(Examples.instrumentation().get("spec"));

    Configuration configuration = new Configuration(null, environment, new Properties());

    assertThat(environment)
        .containsKeys(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_METRIC_EXPORT_INTERVAL", "OTEL_PROPAGATORS");
    assertThat(configuration.problems()).isEmpty();
  }

  @Test
  void deployment_asksForTheInstrumentationByName() throws IOException {
    JsonNode deployment = Examples.deployment();
    JsonNode template = deployment.at("/spec/template");

    assertThat(deployment.get("apiVersion").asText()).isEqualTo("apps/v1");
    assertThat(deployment.get("kind").asText()).isEqualTo("Deployment");
    assertThat(
            template
                .at("/metadata/annotations")
                .path("instrumentation.opentelemetry.io/inject-java")
                .asText())
        .isEqualTo(Examples.instrumentation().at("/metadata/name").asText());
    assertThat(template.at("/metadata/labels"))
        .isEqualTo(deployment.at("/spec/selector/matchLabels"));
  }

  @Test
  void images_areForTheUserToName() throws IOException {
    assertThat(Examples.instrumentation().at("/spec/java/image").asText()).startsWith(PLACEHOLDER);
    assertThat(Examples.deployment().findValuesAsText("image"))
        .isNotEmpty()
        .allMatch(image -> image.startsWith(PLACEHOLDER));
  }

  /** What the Operator makes of it for a container. */
  private static Map<String, String> environment(JsonNode spec) {
    List<String> propagators = new ArrayList<>();
    spec.get("propagators").forEach(one -> propagators.add(one.asText()));
    Map<String, String> environment = new TreeMap<>();
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", spec.at("/exporter/endpoint").asText());
    environment.put("OTEL_PROPAGATORS", String.join(",", propagators));
    environment.put("OTEL_TRACES_SAMPLER", spec.at("/sampler/type").asText());
    environment.put("OTEL_TRACES_SAMPLER_ARG", spec.at("/sampler/argument").asText());
    spec.at("/java/env")
        .forEach(one -> environment.put(one.get("name").asText(), one.get("value").asText()));
    return environment;
  }

  private static JsonNode schema() throws IOException {
    try (InputStream in = ExamplesTest.class.getResourceAsStream("/schemas/instrumentation.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
