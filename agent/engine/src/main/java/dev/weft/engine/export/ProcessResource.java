// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.io.File;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** What this process is: worked out once, on the export thread. */
final class ProcessResource {
  private ProcessResource() {}

  /** Returns the agent's version, as the build has written it into the jar. */
  static String version() {
    try (java.io.InputStream in =
        ProcessResource.class.getClassLoader().getResourceAsStream("weft.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unpackaged");
    } catch (java.io.IOException unreadable) {
      return "unpackaged";
    }
  }

  static Resource of(Configuration configuration) {
    AttributesBuilder attributes = Attributes.builder();
    attributes.put("service.name", "unknown_service:java");
    attributes.put("service.instance.id", UUID.randomUUID().toString());
    attributes.put("telemetry.sdk.name", "opentelemetry");
    attributes.put("telemetry.sdk.language", "java");
    attributes.put("telemetry.sdk.version", sdkVersion());
    attributes.put("telemetry.distro.name", "weft");
    attributes.put("telemetry.distro.version", version());
    platform(attributes);
    for (Map.Entry<String, String> given : configuration.map(Keys.RESOURCE_ATTRIBUTES).entrySet()) {
      attributes.put(given.getKey(), given.getValue());
    }
    if (configuration.isSet(Keys.SERVICE_NAME)) {
      attributes.put("service.name", configuration.string(Keys.SERVICE_NAME));
    }
    return Resource.create(attributes.build());
  }

  private static String sdkVersion() {
    String version =
        Resource.getDefault()
            .getAttribute(
                io.opentelemetry.api.common.AttributeKey.stringKey("telemetry.sdk.version"));
    return version == null ? "unknown" : version;
  }

  private static void platform(AttributesBuilder attributes) {
    String arch = System.getProperty("os.arch", "");
    attributes.put(
        "host.arch", arch.equals("x86_64") ? "amd64" : arch.equals("aarch64") ? "arm64" : arch);
    String host = System.getenv("HOSTNAME");
    if (host != null && !host.isEmpty()) {
      attributes.put("host.name", host);
    }
    String os = System.getProperty("os.name", "");
    attributes.put("os.type", osType(os));
    attributes.put("os.description", os + " " + System.getProperty("os.version", ""));
    long pid = pid();
    if (pid > 0) {
      attributes.put("process.pid", pid);
    }
    attributes.put(
        "process.executable.path",
        System.getProperty("java.home", "") + File.separator + "bin" + File.separator + "java");
    attributes.put("process.runtime.name", System.getProperty("java.runtime.name", ""));
    attributes.put("process.runtime.version", System.getProperty("java.runtime.version", ""));
    attributes.put(
        "process.runtime.description",
        System.getProperty("java.vm.vendor", "")
            + " "
            + System.getProperty("java.vm.name", "")
            + " "
            + System.getProperty("java.vm.version", ""));
  }

  private static String osType(String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    if (lower.startsWith("windows")) {
      return "windows";
    }
    return lower.startsWith("mac") ? "darwin" : lower.startsWith("linux") ? "linux" : lower;
  }

  /** {@code ProcessHandle} is of Java 9; on Java 8 Linux tells through its file system. */
  private static long pid() {
    try {
      Class<?> type = Class.forName("java.lang.ProcessHandle");
      Method pid = type.getMethod("pid");
      return (Long) pid.invoke(type.getMethod("current").invoke(null));
    } catch (ReflectiveOperationException java8) {
      try {
        return Long.parseLong(new File("/proc/self").getCanonicalFile().getName());
      } catch (java.io.IOException | NumberFormatException unknown) {
        return 0;
      }
    }
  }
}
