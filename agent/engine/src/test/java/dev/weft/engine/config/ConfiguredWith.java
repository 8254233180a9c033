// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Makes configurations for tests. */
final class ConfiguredWith {
  private ConfiguredWith() {}

  static Configuration nothing() {
    return environment(Map.of());
  }

  static Configuration environment(Map<String, String> environment) {
    return new Configuration(null, environment, new Properties());
  }

  static Configuration properties(Map<String, String> properties) {
    return new Configuration(null, Map.of(), asProperties(properties));
  }

  static Configuration arguments(String arguments) {
    return new Configuration(arguments, Map.of(), new Properties());
  }

  static Properties asProperties(Map<String, String> entries) {
    Properties properties = new Properties();
    properties.putAll(entries);
    return properties;
  }

  static List<String> lines(Configuration configuration) {
    return configuration.problems().stream().map(Problem::line).toList();
  }
}
