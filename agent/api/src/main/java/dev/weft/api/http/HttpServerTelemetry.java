// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.Protocol;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.Tracing;
import org.jspecify.annotations.Nullable;

/** Starts the calls of one HTTP server library; keep it in a static field. Thread-safe. */
public final class HttpServerTelemetry {
  private static final Propagator.Getter<HttpServerRequest> HEADER =
      new Propagator.Getter<HttpServerRequest>() {
        @Override
        public @Nullable String get(HttpServerRequest request, String name) {
          return request.header(name);
        }

        @Override
        public Iterable<String> names(HttpServerRequest request) {
          return request.headerNames();
        }
      };
  private static final HeaderSource<HttpServerRequest> HEADERS = HttpServerRequest::headers;

  private final Scope scope;
  private final Histogram duration;

  /** Creates what an instrumentation starts its calls with. */
  public HttpServerTelemetry(Scope scope) {
    this.scope = scope;
    this.duration = HttpMetrics.serverDuration(scope);
  }

  /**
   * Starts a call.
   *
   * @return the call, or null where it is a part of a call that is traced already
   */
  public @Nullable HttpServerCall start(HttpServerRequest request) {
    if (Tracing.suppressed(Protocol.HTTP_SERVER)) {
      return null;
    }
    SpanContext caller = Tracing.propagator().extract(null, request, HEADER);
    String method = request.method();
    Span span = Tracing.startServer(scope, HttpMethod.named(method), Protocol.HTTP_SERVER, caller);
    String scheme = Forwarded.scheme(request);
    if (span.recording()) {
      describe(span, request, scheme);
    }
    return new HttpServerCall(span, duration, method, scheme, request.protocolVersion());
  }

  private static void describe(Span span, HttpServerRequest request, @Nullable String scheme) {
    HttpMethod.describe(span, request.method());
    span.set("url.scheme", scheme)
        .set("url.path", request.path())
        .set("url.query", Redaction.query(request.query()))
        .set("network.protocol.version", request.protocolVersion())
        .set("user_agent.original", request.header("user-agent"));
    String peer = request.peerAddress();
    if (peer != null) {
      span.set("network.peer.address", peer);
      if (request.peerPort() > 0) {
        span.set("network.peer.port", request.peerPort());
      }
    }
    String client = Forwarded.client(request);
    span.set("client.address", client == null ? peer : client);
    Forwarded.server(request, scheme, span);
    String[] names = HttpSettings.get().serverRequestHeaders();
    Headers.capture(span, "http.request.header.", names, request, HEADERS);
  }
}
