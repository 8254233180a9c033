// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.engine.Log;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Says once that another tracing agent is in this JVM: it does no harm, but everything is recorded
 * twice, which nobody wants for long. Thread-safe.
 */
final class OtherAgents {
  private static final Map<String, String> BY_ENTRY = new HashMap<>();

  static {
    BY_ENTRY.put("io/opentelemetry/javaagent/OpenTelemetryAgent", "OpenTelemetry");
    BY_ENTRY.put("datadog/trace/bootstrap/AgentBootstrap", "Datadog");
    BY_ENTRY.put("co/elastic/apm/agent/premain/AgentMain", "Elastic");
    BY_ENTRY.put("com/newrelic/bootstrap/BootstrapAgent", "New Relic");
  }

  private boolean said;

  /** Adds the names of their entry points, as {@code Class.getName} has them. */
  static void addClassNames(Set<String> names) {
    for (String name : BY_ENTRY.keySet()) {
      names.add(name.replace('/', '.'));
    }
  }

  /** Takes the name of each class that is loaded; costs a look-up. */
  void loaded(String internalName) {
    String name = BY_ENTRY.get(internalName);
    if (name != null && first()) {
      Log.line(
          "the tracing agent of "
              + name
              + " is in this JVM as well: calls are recorded by both, remove one -javaagent");
    }
  }

  private synchronized boolean first() {
    boolean first = !said;
    said = true;
    return first;
  }
}
