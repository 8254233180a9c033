// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

/** A part of detection, named as the class that does the same in the reference agent. */
enum ResourceProvider {
  ENVIRONMENT("sdk.autoconfigure.EnvironmentResourceProvider"),
  INSTANCE_ID("sdk.extension.incubator.resources.ServiceInstanceIdResourceProvider"),
  DISTRO("javaagent.tooling.DistroVersionResourceProvider"),
  CONTAINER("instrumentation.resources.ContainerResourceProvider"),
  HOST("instrumentation.resources.HostResourceProvider"),
  OS("instrumentation.resources.OsResourceProvider"),
  PROCESS("instrumentation.resources.ProcessResourceProvider"),
  RUNTIME("instrumentation.resources.ProcessRuntimeResourceProvider"),
  MANIFEST("instrumentation.resources.ManifestResourceProvider"),
  JAR_NAME("instrumentation.resources.JarServiceNameDetector"),
  SPRING_NAME("instrumentation.spring.resources.SpringBootServiceNameDetector"),
  SPRING_VERSION("instrumentation.spring.resources.SpringBootServiceVersionDetector"),

  /** Not one of the reference agent's. */
  KUBERNETES("dev.weft.", "KubernetesResourceProvider");

  /** What users write. */
  final String type;

  ResourceProvider(String name) {
    this("io.opentelemetry.", name);
  }

  /** In two parts: a whole one would be relocated with the classes of the SDK. */
  ResourceProvider(String prefix, String name) {
    this.type = prefix + name;
  }
}
