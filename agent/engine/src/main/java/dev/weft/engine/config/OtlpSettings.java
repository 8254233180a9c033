// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where and how one signal is sent: its own settings where they exist, else the general ones.
 * Immutable.
 */
public final class OtlpSettings {
  private static final String GRPC = "grpc";
  private static final String HTTP = "http/protobuf";
  private static final int GRPC_PORT = 4317;
  private static final int HTTP_PORT = 4318;

  private final Configuration configuration;
  private final Signal signal;
  private final boolean grpc;

  OtlpSettings(Configuration configuration, Signal signal) {
    this.configuration = configuration;
    this.signal = signal;
    String protocol = text(Keys.OTLP_PROTOCOL);
    String url = text(Keys.OTLP_ENDPOINT);
    // The Operator sets an endpoint and never a protocol, and 4317 is the port for gRPC.
    grpc = protocol.isEmpty() ? Endpoint.port(url) == GRPC_PORT : protocol.equals(GRPC);
  }

  /** Whether to use gRPC; else it is HTTP with protobuf. */
  public boolean isGrpc() {
    return grpc;
  }

  /** The whole URL to send to, including the path where the protocol is HTTP. */
  public String endpoint() {
    Key own = Keys.forSignal(Keys.OTLP_ENDPOINT, signal);
    String url = text(Keys.OTLP_ENDPOINT);
    if (url.isEmpty()) {
      url = "http://localhost:" + (grpc ? GRPC_PORT : HTTP_PORT);
    }
    if (grpc) {
      return url;
    }
    if (configuration.hasOwn(own)) {
      return Endpoint.hasPath(url) ? url : url + "/";
    }
    return Endpoint.withPath(url, "/v1/" + signal.word());
  }

  /** Headers to send, decoded. Secret: not to be printed. */
  public Map<String, String> headers() {
    return configuration.map(Keys.forSignal(Keys.OTLP_HEADERS, signal));
  }

  /**
   * {@code gzip} or {@code none}. What does not leave the machine is not worth compressing;
   * anywhere else traffic costs more than the export thread's time.
   */
  public String compression() {
    String wanted = text(Keys.OTLP_COMPRESSION);
    if (!wanted.isEmpty()) {
      return wanted;
    }
    return Endpoint.isLoopback(endpoint()) ? "none" : "gzip";
  }

  /** Milliseconds that one export may take; 0 means no limit. */
  public long timeoutMillis() {
    return configuration.duration(Keys.forSignal(Keys.OTLP_TIMEOUT, signal));
  }

  /** Whether an export that failed for a passing reason is tried again. */
  public boolean retries() {
    return !configuration.flag(Keys.OTLP_RETRY_DISABLED);
  }

  /** Path of a PEM file with trusted certificates, empty if not set. */
  public String certificate() {
    return text(Keys.OTLP_CERTIFICATE);
  }

  /** Path of a PEM file with the client's private key, empty if not set. */
  public String clientKey() {
    return text(Keys.OTLP_CLIENT_KEY);
  }

  /** Path of a PEM file with the client's certificates, empty if not set. */
  public String clientCertificate() {
    return text(Keys.OTLP_CLIENT_CERTIFICATE);
  }

  /** Names all three files, to tell them from another signal's. */
  public String certificates() {
    return certificate() + "\n" + clientCertificate() + "\n" + clientKey();
  }

  /** What is said about protocols that do not go with their endpoints' ports. */
  static List<String> mismatches(Configuration configuration) {
    List<String> lines = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      lines.add(configuration.otlp(signal).mismatch());
    }
    return lines;
  }

  /** Empty if they go together. */
  private String mismatch() {
    String url = text(Keys.OTLP_ENDPOINT);
    if (Endpoint.port(url) != (grpc ? HTTP_PORT : GRPC_PORT)) {
      return "";
    }
    return Keys.OTLP_PROTOCOL.name()
        + ": port "
        + Endpoint.port(url)
        + " of the OTLP endpoint usually expects "
        + (grpc ? HTTP : GRPC)
        + ", but the protocol is set to "
        + (grpc ? GRPC : HTTP);
  }

  private String text(Key key) {
    return configuration.string(Keys.forSignal(key, signal));
  }
}
