// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.jvm.Jvm;
import java.nio.file.Path;
import java.util.Map;

/** What an application runs under. */
enum Agent {
  WEFT,
  REFERENCE;

  /**
   * Under these both are to emit the same: the conventions that Weft knows, and no threads. Spans
   * and metrics are sent often, so that there need be no long wait for what is measured of either.
   */
  static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("OTEL_SEMCONV_STABILITY_OPT_IN", "database,code"),
          Map.entry("OTEL_JAVAAGENT_ADD_THREAD_DETAILS", "false"),
          Map.entry(
              "OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=parity,team=cloud%20costs"),
          Map.entry("OTEL_BSP_SCHEDULE_DELAY", "100"),
          Map.entry(
              "OTEL_INSTRUMENTATION_HTTP_CLIENT_CAPTURE_REQUEST_HEADERS", "User-Agent,X-Missing"),
          Map.entry("OTEL_INSTRUMENTATION_HTTP_CLIENT_CAPTURE_RESPONSE_HEADERS", "X-Message-Id"),
          Map.entry("OTEL_INSTRUMENTATION_HTTP_SERVER_CAPTURE_REQUEST_HEADERS", "X-Forwarded-For"),
          Map.entry("OTEL_INSTRUMENTATION_HTTP_SERVER_CAPTURE_RESPONSE_HEADERS", "Content-Type"),
          Map.entry("OTEL_METRIC_EXPORT_INTERVAL", "1000"));

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
