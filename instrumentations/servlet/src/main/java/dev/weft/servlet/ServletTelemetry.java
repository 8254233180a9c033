// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.api.Faults;
import dev.weft.api.http.HeaderSource;
import dev.weft.api.http.HttpServerCall;
import dev.weft.api.trace.Protocol;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * One call per request, however many filters, servlets and dispatches it goes through: it is kept
 * in a request attribute.
 */
final class ServletTelemetry {
  static final String CALL = "dev.weft.servlet.call";

  private static final HeaderSource<ServletExchange> HEADERS = ServletExchange::responseHeaders;

  private ServletTelemetry() {}

  static @Nullable Object enter(ServletExchange exchange) {
    Object known = exchange.attribute(CALL);
    boolean first = !(known instanceof HttpServerCall);
    HttpServerCall call = first ? exchange.telemetry().start(exchange) : (HttpServerCall) known;
    if (call == null) {
      return null;
    }
    if (first) {
      exchange.attribute(CALL, call);
    }
    boolean routed = call.route() != null;
    if (!routed) {
      call.route(exchange.route());
    }
    // Within a call, only the outermost servlet or filter has something to add: what it throws.
    return !first && routed && Tracing.suppressed(Protocol.HTTP_SERVER)
        ? null
        : new Handling(exchange, call, first);
  }

  static void exit(@Nullable Object entered, @Nullable Throwable thrown) {
    if (entered instanceof Handling) {
      ((Handling) entered).exit(thrown);
    }
  }

  /** Ends a call when the container has nothing more to say about it. */
  static void end(ServletExchange exchange, HttpServerCall call, @Nullable Throwable thrown) {
    // What comes out of the first filter chain is answered with 500 by every container.
    int status = thrown == null || exchange.committed() ? exchange.status() : 500;
    Throwable failure = exchange.failure(thrown);
    if (failure != null && (thrown != null || status >= 500)) {
      call.failed(failure);
    }
    call.response(status, exchange, HEADERS);
    call.end();
  }

  /** For what a container calls back: it would hand what is thrown there to the application. */
  static void guarded(Runnable callback) {
    try {
      callback.run();
    } catch (Throwable thrown) {
      Faults.swallowed("servlet", "Completion", thrown);
    }
  }

  /** What one thread does for a request, from the outermost woven method in to its end. */
  private static final class Handling {
    private final ServletExchange exchange;
    private final HttpServerCall call;
    private final boolean first;
    private final @Nullable Span before;

    Handling(ServletExchange exchange, HttpServerCall call, boolean first) {
      this.exchange = exchange;
      this.call = call;
      this.first = first;
      this.before = Tracing.makeCurrent(call.span());
    }

    void exit(@Nullable Throwable thrown) {
      Tracing.makeCurrent(before);
      Throwable failure = exchange.failure(thrown);
      if (first && failure == null && exchange.async()) {
        exchange.endLater(call);
      } else if (first) {
        end(exchange, call, thrown);
      } else if (thrown != null && failure != null) {
        call.failed(failure);
      }
    }
  }
}
