// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import dev.weft.testkit.OtlpRequest.Transport;
import dev.weft.testkit.jvm.Jvm;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of one Collector, free ones when they were chosen. */
final class Endpoints {
  private static final int ATTEMPTS = 100;
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;

  private final Map<String, Integer> ports = new TreeMap<>();

  Endpoints() {
    for (Security security : Security.values()) {
      for (Transport transport : Transport.values()) {
        ports.put(name(transport, security), freePort());
      }
    }
  }

  /** Below those that systems give to outgoing connections, which could take one before we do. */
  private int freePort() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (!ports.containsValue(port) && isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port from " + LOWEST + " to " + HIGHEST);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Sends a JVM's telemetry to one of them. */
  Jvm configure(Jvm jvm, Transport transport, Security security) {
    return configure(jvm, transport, security, port(transport, security));
  }

  /** Sends a JVM's telemetry to a port of this machine. */
  static Jvm configure(Jvm jvm, Transport transport, Security security, int port) {
    String scheme = security == Security.PLAIN ? "http" : "https";
    return jvm.env(
        "OTEL_EXPORTER_OTLP_PROTOCOL",
        transport == Transport.GRPC ? "grpc" : "http/protobuf",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        scheme + "://localhost:" + port);
  }

  int port(Transport transport, Security security) {
    return ports.get(name(transport, security));
  }

  /** Returns the variables by which the test's configuration names the ports. */
  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    ports.forEach((name, port) -> variables.put(name, port.toString()));
    return variables;
  }

  private static String name(Transport transport, Security security) {
    return security + (transport == Transport.GRPC ? "_GRPC" : "_HTTP");
  }
}
