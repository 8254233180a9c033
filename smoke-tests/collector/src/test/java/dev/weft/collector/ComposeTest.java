// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The compose file starts what the tests start. */
class ComposeTest {
  @Test
  void collector_isTheTestedImageWithTheGivenConfiguration() throws IOException {
    Map<String, Object> collector = map(map(read("compose.yaml"), "services"), "collector");

    assertThat(collector)
        .containsOnlyKeys("image", "command", "volumes", "ports")
        .containsEntry("image", ContainerTest.IMAGE.replace(":latest", ""))
        .containsEntry("command", List.of("--config", "/etc/otelcol/config.yaml"))
        .containsEntry("volumes", List.of("./config.yaml:/etc/otelcol/config.yaml:ro"));
  }

  @Test
  void ports_areThoseOfTheConfiguration() throws IOException {
    Map<String, Object> receivers = map(read("config.yaml"), "receivers");
    Map<String, Object> protocols = map(map(receivers, "otlp"), "protocols");

    Map<String, Object> collector = map(map(read("compose.yaml"), "services"), "collector");

    assertThat(collector)
        .containsEntry(
            "ports", List.of(published(protocols, "grpc"), published(protocols, "http")));
  }

  private static String published(Map<String, Object> protocols, String protocol) {
    String endpoint = (String) map(protocols, protocol).get("endpoint");
    String port = endpoint.substring(endpoint.lastIndexOf(':') + 1);
    return "127.0.0.1:" + port + ":" + port;
  }

  private static Map<String, Object> read(String name) throws IOException {
    Path file = Configuration.given().resolveSibling(name);
    try (Reader reader = Files.newBufferedReader(file)) {
      return new Yaml().load(reader);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    return (Map<String, Object>) parent.get(key);
  }
}
