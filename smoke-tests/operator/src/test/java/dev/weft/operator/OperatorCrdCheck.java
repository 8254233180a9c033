// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The example against the Operator's own schema, whose file {@code OPERATOR_CRD} names. For a
 * person to run, as {@code docker/kubernetes/README.md} says; {@link ExamplesTest} is always run.
 */
class OperatorCrdCheck {
  @Test
  void instrumentation_isValid() throws IOException {
    assertThat(Examples.violations(schema(), Examples.instrumentation())).isEmpty();
  }

  @Test
  void schema_refusesFieldThatItDoesNotKnow() throws IOException {
    JsonNode resource = Examples.instrumentation();
    ((ObjectNode) resource.at("/spec/java")).put("imagge", "x");

    assertThat(Examples.violations(schema(), resource)).hasSize(1);
  }

  private static JsonNode schema() throws IOException {
    JsonNode definition = Examples.read(Path.of(System.getenv("OPERATOR_CRD")));
    assertThat(definition.at("/spec/names/kind").asText()).isEqualTo("Instrumentation");
    for (JsonNode version : definition.at("/spec/versions")) {
      if (version.get("name").asText().equals("v1alpha1")) {
        JsonNode schema = version.at("/schema/openAPIV3Schema");
        closeObjects(schema);
        return schema;
      }
    }
    throw new AssertionError("no version v1alpha1");
  }

  /** An API server prunes what a schema does not name; here it is a mistake. */
  private static void closeObjects(JsonNode node) {
    boolean names = node.path("properties").isObject() && node.path("type").isTextual();
    if (names && !node.has("additionalProperties")) {
      ((ObjectNode) node).put("additionalProperties", false);
    }
    node.forEach(OperatorCrdCheck::closeObjects);
  }
}
