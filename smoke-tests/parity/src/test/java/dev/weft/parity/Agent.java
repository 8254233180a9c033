// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.jvm.Jvm;
import java.nio.file.Path;
import java.util.Map;

/** What an application runs under. Metrics are sent each second, for to wait for them is faster. */
enum Agent {
  WEFT,
  REFERENCE;

  /** Under these both are to emit the same: the conventions that Weft knows, and no threads. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "OTEL_SEMCONV_STABILITY_OPT_IN",
          "database,code",
          "OTEL_JAVAAGENT_ADD_THREAD_DETAILS",
          "false",
          "OTEL_RESOURCE_ATTRIBUTES",
          "deployment.environment.name=parity,team=cloud%20costs",
          "OTEL_METRIC_EXPORT_INTERVAL",
          "1000");

  /** A JVM on the Java of this test, with the agent, which exports to a receiver. */
  Jvm jvm(OtlpReceiver receiver) {
    Jvm jvm = Jvm.create().option("-XX:+UseG1GC");
    if (this == REFERENCE) {
      jvm.agent(file("reference.jar"));
    }
    SETTINGS.forEach(jvm::env);
    return jvm.env(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        receiver.httpEndpoint(),
        "OTEL_EXPORTER_OTLP_PROTOCOL",
        "http/protobuf");
  }

  /** Returns the file that a system property names. */
  static Path file(String property) {
    String path = System.getProperty(property);
    if (path == null || !Path.of(path).toFile().isFile()) {
      throw new IllegalStateException(
          property + " is not a file, but " + path + ": run mvn verify");
    }
    return Path.of(path);
  }
}
