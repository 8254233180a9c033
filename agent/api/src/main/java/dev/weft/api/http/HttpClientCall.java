// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.Labels;
import dev.weft.api.trace.Numbers;
import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * One request of an HTTP client. The recipe:
 *
 * <ol>
 *   <li>{@link HttpClientTelemetry#start}; null means that there is nothing to do;
 *   <li>{@link #inject} the trace into the request's headers;
 *   <li>make {@link #span()} current while the library works, if it works on this thread;
 *   <li>say what came back: {@link #response}, or {@link #failed};
 *   <li>{@link #end()}, once, from any thread.
 * </ol>
 */
public final class HttpClientCall {
  private final Span span;
  private final Histogram duration;
  private final String method;
  private final @Nullable String host;
  private final int port;
  private int status;
  private @Nullable String errorType;
  private @Nullable String version;

  HttpClientCall(Span span, Histogram duration, String method, @Nullable String host, int port) {
    this.span = span;
    this.duration = duration;
    this.method = method;
    this.host = host;
    this.port = port;
  }

  /** Returns the span, to be made current. */
  public Span span() {
    return span;
  }

  /** Writes the trace into a request's headers. */
  public <C> void inject(C carrier, Propagator.Setter<C> setter) {
    Tracing.propagator().inject(span.context(), carrier, setter);
  }

  /** Captures the request headers that users chose. */
  public <M> void request(M request, HeaderSource<M> headers) {
    String[] names = HttpSettings.get().clientRequestHeaders();
    Headers.capture(span, "http.request.header.", names, request, headers);
  }

  /**
   * Says what came back.
   *
   * @param statusCode the status code
   * @param protocolVersion {@code 1.1}, {@code 2}, or null where not known
   */
  public <M> void response(
      int statusCode, @Nullable String protocolVersion, M response, HeaderSource<M> headers) {
    status = statusCode;
    version = protocolVersion;
    span.set("http.response.status_code", statusCode)
        .set("network.protocol.version", protocolVersion);
    if (statusCode >= 400 || statusCode < 100) {
      errorType = Integer.toString(statusCode);
      span.set("error.type", errorType).failed();
    }
    String[] names = HttpSettings.get().clientResponseHeaders();
    Headers.capture(span, "http.response.header.", names, response, headers);
  }

  /** Says that the request was sent again, after a redirect or a failure. */
  public void resent(int times) {
    if (times > 0) {
      span.set("http.request.resend_count", times);
    }
  }

  /** Says that the call failed without an answer. */
  public void failed(Throwable thrown) {
    if (status == 0 || errorType == null) {
      errorType = thrown.getClass().getName();
      span.set("error.type", errorType);
    }
    span.failed(thrown);
  }

  /** Ends the span and records the duration. */
  public void end() {
    span.end();
    Labels labels =
        Labels.of(
            HttpMethod.reported(method),
            status == 0 ? null : Numbers.boxed(status),
            errorType,
            version,
            host,
            port > 0 ? Numbers.boxed(port) : null);
    duration.record(span.durationNanos() / 1e9, labels, span);
  }
}
