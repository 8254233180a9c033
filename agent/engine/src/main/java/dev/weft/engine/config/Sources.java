// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is set, by name in environment form. Sources are read from the strongest to the
 * weakest: what an earlier one has set, a later one does not change.
 */
final class Sources {
  private static final String[] OTHERS = {
    // What the Operator defines to be used inside the values of other variables.
    "OTEL_NODE_IP",
    "OTEL_POD_IP",
    "OTEL_RESOURCE_ATTRIBUTES_",
    // What is meant for other languages, in environments that services share.
    "OTEL_CPP_",
    "OTEL_DOTNET_",
    "OTEL_GO_",
    "OTEL_NODE_",
    "OTEL_PHP_",
    "OTEL_PYTHON_",
    "OTEL_RUBY_",
    "OTEL_RUST_",
  };

  private final Map<String, Setting> settings = new HashMap<>();
  private final List<Problem> problems;

  Sources(List<Problem> problems) {
    this.problems = problems;
  }

  Map<String, Setting> read(
      @Nullable String agentArguments, Map<String, String> environment, Properties system) {
    readProperties(system, Setting.SYSTEM_PROPERTY);
    if (agentArguments != null) {
      readArguments(agentArguments);
    }
    readEnvironment(environment);
    Setting file = settings.get(Keys.CONFIGURATION_FILE.environmentName());
    if (file != null) {
      readFile(file, system);
    }
    return settings;
  }

  private void readProperties(Properties properties, String source) {
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith("otel.") || name.startsWith("weft.")) {
        put(name, properties.getProperty(name), source);
      }
    }
  }

  private void readEnvironment(Map<String, String> environment) {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      boolean ours = name.startsWith("OTEL_") || name.startsWith("WEFT_");
      if (ours && !isForOthers(name) && !isServiceLink(name, variable.getValue())) {
        put(name, variable.getValue(), Setting.ENVIRONMENT);
      }
    }
  }

  private static boolean isForOthers(String name) {
    for (String other : OTHERS) {
      if (name.startsWith(other)) {
        return true;
      }
    }
    return false;
  }

  // Kubernetes describes a service named otel-collector by OTEL_COLLECTOR_PORT and the like.
  private static boolean isServiceLink(String name, String value) {
    if (name.endsWith("_SERVICE_HOST") || name.contains("_SERVICE_PORT")) {
      return true;
    }
    // OTEL_COLLECTOR_PORT_4318_TCP, and OTEL_COLLECTOR_PORT_4318_TCP_PORT, whose value is a number
    int port = name.indexOf("_PORT_");
    if (port > 0 && (name.indexOf("_TCP", port) > 0 || name.indexOf("_UDP", port) > 0)) {
      return true;
    }
    boolean address = value.startsWith("tcp://") || value.startsWith("udp://");
    return address && name.endsWith("_PORT");
  }

  private void readArguments(String arguments) {
    int number = 0;
    int start = 0;
    while (start <= arguments.length()) {
      int semicolon = arguments.indexOf(';', start);
      int end = semicolon < 0 ? arguments.length() : semicolon;
      number++;
      readArgument(arguments.substring(start, end).trim(), number);
      start = end + 1;
    }
  }

  private void readArgument(String argument, int number) {
    if (argument.isEmpty()) {
      return;
    }
    if (!Values.isNamed(argument)) {
      problems.add(new Problem("agent argument " + number + " is not name=value and is left out"));
      return;
    }
    int equals = argument.indexOf('=');
    String name = argument.substring(0, equals).trim();
    put(name, argument.substring(equals + 1), Setting.AGENT_ARGUMENT);
  }

  private void readFile(Setting setting, Properties system) {
    String path = setting.value();
    if (path.equals("~") || path.startsWith("~/")) {
      path = system.getProperty("user.home", "~") + path.substring(1);
    }
    readProperties(SettingsFile.read(path, setting, problems), "file " + path);
  }

  // Spellings that differ in dots and dashes only name the same setting. Where one source has two
  // of them, the smaller counts, so that the outcome does not depend on the order of a hash table.
  private void put(String name, String value, String source) {
    String trimmed = value.trim();
    if (trimmed.isEmpty()) {
      return;
    }
    String environmentName = Key.environmentName(name);
    Setting present = settings.get(environmentName);
    boolean stronger =
        present == null || (present.source().equals(source) && name.compareTo(present.name()) <= 0);
    if (stronger) {
      settings.put(environmentName, new Setting(name, trimmed, source));
    }
  }
}
