// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.engine.Agent;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.index.CompiledFiles;
import dev.weft.engine.index.IndexCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Starts the agent in this process, with all instrumentations that are on the class path. */
final class InProcessAgent {
  private InProcessAgent() {}

  static void start(String endpoint) {
    Properties settings = new Properties();
    settings.setProperty("otel.exporter.otlp.endpoint", endpoint);
    settings.setProperty("otel.bsp.schedule.delay", "20");
    settings.setProperty("otel.blrp.schedule.delay", "20");
    settings.setProperty("otel.metric.export.interval", "200");
    settings.setProperty("otel.service.name", "testkit");
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("otel.")) {
        settings.setProperty(name, System.getProperty(name));
      }
    }
    List<LibraryInstrumentation> instrumentations = new ArrayList<>();
    ServiceLoader.load(LibraryInstrumentation.class).forEach(instrumentations::add);
    Agent.start(
        new Configuration(null, Map.of(), settings),
        ByteBuddyAgent.install(),
        IndexCompiler.index(instrumentations),
        new CompiledFiles(instrumentations),
        InProcessAgent.class.getClassLoader(),
        false);
    try {
      Agent.connect();
    } catch (Exception e) {
      throw new IllegalStateException("the agent cannot weave", e);
    }
  }
}
