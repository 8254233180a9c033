// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.OtlpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * What the reconciler runs on.
 *
 * @param jdk its version
 * @param transport that telemetry is sent by
 * @param server that requests come in by
 */
record Setup(int jdk, OtlpRequest.Transport transport, String server) {

  /**
   * Returns the JDK. Any but the running one comes from a variable such as {@code JAVA_25_HOME};
   * where that is not set, the tests are skipped.
   */
  Path javaHome() {
    if (jdk == Runtime.version().feature()) {
      return Path.of(System.getProperty("java.home"));
    }
    String variable = "JAVA_" + jdk + "_HOME";
    String home = System.getenv(variable);
    Assumptions.assumeTrue(home != null, variable + " is not set: not tested on JDK " + jdk);
    return Path.of(home);
  }

  /** Returns the variables that say where telemetry goes. */
  Map<String, String> exportTo(OtlpReceiver receiver) {
    return transport == OtlpRequest.Transport.GRPC
        ? Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.grpcEndpoint(),
            "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
        : Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
  }

  /** Returns the scope of the spans of requests. */
  String serverScope() {
    return server.equals("tomcat") ? "io.opentelemetry.tomcat-10.0" : "io.opentelemetry.jetty-12.0";
  }
}
