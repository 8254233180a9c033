// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import dev.weft.engine.Log;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Key;
import dev.weft.engine.config.Keys;
import java.util.Arrays;
import java.util.List;

/**
 * The parts of detection that users may switch on and off, by the names of the classes that do the
 * same in the reference agent. Where some are switched on, the others are off.
 */
final class ResourceProviders {
  private static final String RESOURCES = "io.opentelemetry.instrumentation.resources.";
  private static final String SPRING = "io.opentelemetry.instrumentation.spring.resources.";

  static final String ENVIRONMENT =
      "io.opentelemetry.sdk.autoconfigure.EnvironmentResourceProvider";
  static final String INSTANCE_ID =
      "io.opentelemetry.sdk.extension.incubator.resources.ServiceInstanceIdResourceProvider";
  static final String DISTRO = "io.opentelemetry.javaagent.tooling.DistroVersionResourceProvider";
  static final String CONTAINER = RESOURCES + "ContainerResourceProvider";
  static final String HOST = RESOURCES + "HostResourceProvider";
  static final String OS = RESOURCES + "OsResourceProvider";
  static final String PROCESS = RESOURCES + "ProcessResourceProvider";
  static final String RUNTIME = RESOURCES + "ProcessRuntimeResourceProvider";
  static final String MANIFEST = RESOURCES + "ManifestResourceProvider";
  static final String JAR_NAME = RESOURCES + "JarServiceNameDetector";
  static final String SPRING_NAME = SPRING + "SpringBootServiceNameDetector";
  static final String SPRING_VERSION = SPRING + "SpringBootServiceVersionDetector";

  /** Not one of the reference agent's. */
  static final String KUBERNETES = "dev.weft.KubernetesResourceProvider";

  private static final List<String> ALL =
      Arrays.asList(
          ENVIRONMENT,
          INSTANCE_ID,
          DISTRO,
          CONTAINER,
          HOST,
          OS,
          PROCESS,
          RUNTIME,
          MANIFEST,
          JAR_NAME,
          SPRING_NAME,
          SPRING_VERSION,
          KUBERNETES);

  private final List<String> enabled;
  private final List<String> disabled;

  ResourceProviders(Configuration configuration) {
    this.enabled = known(configuration, Keys.ENABLED_RESOURCE_PROVIDERS);
    this.disabled = known(configuration, Keys.DISABLED_RESOURCE_PROVIDERS);
  }

  private static List<String> known(Configuration configuration, Key key) {
    List<String> names = configuration.list(key);
    for (String name : names) {
      if (!ALL.contains(name)) {
        Log.line(key.name() + ": Weft has no resource provider " + name);
      }
    }
    return names;
  }

  boolean on(String provider) {
    return (enabled.isEmpty() || enabled.contains(provider)) && !disabled.contains(provider);
  }
}
