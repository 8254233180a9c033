// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the kubelet does to a container's variables before it is started. */
final class Kubelet {
  /** What a pod knows about itself once it runs, by the path of a {@code fieldRef}. */
  static final Map<String, String> FIELDS =
      Map.of(
          "metadata.name", "shop-7d4b9c-x2x7p",
          "spec.nodeName", "node-1",
          "status.hostIP", "10.0.0.7",
          "status.podIP", "10.1.2.3");

  /** How the kubelet describes the service {@code otel-collector} to each container. */
  private static final Map<String, String> SERVICE_LINKS =
      Map.of(
          "OTEL_COLLECTOR_SERVICE_HOST", "10.2.0.9",
          "OTEL_COLLECTOR_SERVICE_PORT", "4318",
          "OTEL_COLLECTOR_SERVICE_PORT_OTLP_HTTP", "4318",
          "OTEL_COLLECTOR_PORT", "tcp://10.2.0.9:4318",
          "OTEL_COLLECTOR_PORT_4318_TCP", "tcp://10.2.0.9:4318",
          "OTEL_COLLECTOR_PORT_4318_TCP_PORT", "4318");

  private Kubelet() {}

  /** Returns what the container's processes see. */
  static Map<String, String> environment(Container container) {
    Map<String, String> environment = new LinkedHashMap<>(SERVICE_LINKS);
    for (Container.Variable variable : container.variables()) {
      String value =
          variable.field() == null
              ? expand(variable.value(), environment)
              : FIELDS.get(variable.field());
      environment.put(variable.name(), value);
    }
    return environment;
  }

  /**
   * Replaces {@code $(NAME)} by what was defined further up. What was not stays as it is, and
   * {@code $$} is a way to write {@code $}.
   */
  static String expand(String value, Map<String, String> known) {
    StringBuilder expanded = new StringBuilder();
    int at = 0;
    for (int dollar = value.indexOf('$'); dollar >= 0; dollar = value.indexOf('$', at)) {
      expanded.append(value, at, dollar);
      at = dollar + 1;
      int end = value.indexOf(')', at);
      if (value.startsWith("$", at)) {
        expanded.append('$');
        at++;
      } else if (value.startsWith("(", at) && end > 0) {
        String name = value.substring(at + 1, end);
        expanded.append(known.getOrDefault(name, "$(" + name + ")"));
        at = end + 1;
      } else {
        expanded.append('$');
      }
    }
    return expanded.append(value, at, value.length()).toString();
  }
}
