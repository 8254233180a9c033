// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.OtlpRequest;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the reconciler runs on.
 *
 * @param jdk its version
 * @param transport that telemetry is sent by
 * @param server that requests come in by
 */
record Setup(int jdk, OtlpRequest.Transport transport, String server) {

  /** Returns the variable that holds the home of a JDK that is not the running one. */
  String variable() {
    return "JAVA_" + jdk + "_HOME";
  }

  /** Returns whether there is such a JDK here. */
  boolean isAvailable() {
    return isRunning() || System.getenv(variable()) != null;
  }

  /** Returns the home of the JDK; only if it is available. */
  Path javaHome() {
    return Path.of(isRunning() ? System.getProperty("java.home") : System.getenv(variable()));
  }

  private boolean isRunning() {
    return jdk == Runtime.version().feature();
  }

  /** Returns the variables that say where telemetry goes. */
  Map<String, String> exportTo(OtlpReceiver receiver) {
    return transport == OtlpRequest.Transport.GRPC
        ? Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            receiver.grpcEndpoint(),
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            "grpc")
        : Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
  }

  /** Returns the scope of the spans of requests. */
  String serverScope() {
    return server.equals("tomcat") ? "io.opentelemetry.tomcat-10.0" : "io.opentelemetry.jetty-12.0";
  }
}
