// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of {@code docker/kubernetes}. */
final class Examples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Examples() {}

  static JsonNode instrumentation() throws IOException {
    return read(AgentImage.ROOT.resolve("docker/kubernetes/instrumentation.yaml"));
  }

  static JsonNode deployment() throws IOException {
    return read(AgentImage.ROOT.resolve("docker/kubernetes/deployment.yaml"));
  }

  static JsonNode read(Path yaml) throws IOException {
    Object content = Pod.yaml().load(Files.readString(yaml));
    return JSON.valueToTree(content);
  }

  /** Returns what is wrong with a resource. */
  static List<String> violations(JsonNode schema, JsonNode resource) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(schema)
        .validate(resource)
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
