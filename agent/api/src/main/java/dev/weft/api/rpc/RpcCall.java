// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.rpc;

import dev.weft.api.http.Redaction;
import dev.weft.api.trace.Span;

/**
 * One remote procedure call of a client: start it with {@link RpcTelemetry}, say what is sent and
 * what came back, end it once from any thread.
 */
public final class RpcCall {
  private final Span span;

  RpcCall(Span span) {
    this.span = span;
  }

  /** Returns the span, to be made current and for the attributes of the library's own. */
  public Span span() {
    return span;
  }

  /**
   * Says which HTTP request carries the call; the last one wins when it is retried.
   *
   * @param url the absolute URL, before redaction
   * @param port the port that is used, also where the URL leaves it out; not reported if negative
   */
  public void request(String method, String url, String host, int port) {
    if (!span.recording()) {
      return;
    }
    span.set("http.request.method", method)
        .set("url.full", Redaction.url(url))
        .set("server.address", host);
    if (port >= 0) {
      span.set("server.port", port);
    }
  }

  /** Says which HTTP status the call was answered with. */
  public void response(int statusCode) {
    span.set("http.response.status_code", statusCode);
  }

  /** Says that the call failed. */
  public void failed(Throwable thrown, String errorType) {
    span.set("error.type", errorType).failed(thrown);
  }

  /** Ends the span. */
  public void end() {
    span.end();
  }
}
