// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import dev.weft.api.PeerServices;
import dev.weft.api.Scope;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.trace.Protocol;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Starts the calls of one HTTP client library; keep it in a static field. Thread-safe. */
public final class HttpClientTelemetry {
  private final Scope scope;
  private final Histogram duration;

  /** Creates what an instrumentation starts its calls with. */
  public HttpClientTelemetry(Scope scope) {
    this.scope = scope;
    this.duration = HttpMetrics.clientDuration(scope);
  }

  /**
   * Starts a call.
   *
   * @param method the request method, as sent
   * @param uri the absolute request URI
   * @return the call, or null where it is a part of a call that is traced already
   */
  public @Nullable HttpClientCall start(String method, URI uri) {
    if (Tracing.suppressed(Protocol.HTTP_CLIENT)) {
      return null;
    }
    Span span = Tracing.startClient(scope, HttpMethod.named(method), Protocol.HTTP_CLIENT);
    String host = uri.getHost();
    int port = port(uri);
    if (span.recording()) {
      HttpMethod.describe(span, method);
      span.set("url.full", Redaction.url(uri.toString())).set("server.address", host);
      if (port > 0) {
        span.set("server.port", port);
      }
      span.set("peer.service", PeerServices.nameOf(host, port, uri.getPath()));
    }
    return new HttpClientCall(span, duration, method, host, port);
  }

  /** Returns the port of a URI, or that of its scheme, or -1. */
  private static int port(URI uri) {
    int port = uri.getPort();
    if (port >= 0) {
      return port;
    }
    String scheme = uri.getScheme();
    return "http".equalsIgnoreCase(scheme) ? 80 : "https".equalsIgnoreCase(scheme) ? 443 : -1;
  }
}
