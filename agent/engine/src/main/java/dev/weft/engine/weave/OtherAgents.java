// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.engine.Log;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

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

  private final AtomicBoolean said = new AtomicBoolean();

  /** Takes the name of each class that is loaded; costs a look-up. */
  void loaded(String internalName) {
    String name = BY_ENTRY.get(internalName);
    if (name != null && said.compareAndSet(false, true)) {
      Log.line(
          "the tracing agent of "
              + name
              + " is in this JVM as well: calls are recorded by both, remove one -javaagent");
    }
  }
}
