// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.api.Scope;
import dev.weft.api.http.HeaderSource;
import dev.weft.api.http.HttpServerCall;
import dev.weft.api.http.HttpServerTelemetry;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** One call per request; Jetty itself tells when it is complete, asynchronous or not. */
final class JettyTelemetry {
  private static final HttpServerTelemetry TELEMETRY =
      new HttpServerTelemetry(Scope.of("io.opentelemetry.jetty-12.0", "1.41.0"));
  private static final HeaderSource<Response> HEADERS =
      (response, name) -> response.getHeaders().getValuesList(name);

  private JettyTelemetry() {}

  static @Nullable Object enter(Request request, Response response) {
    HttpServerCall call = TELEMETRY.start(new JettyRequest(request));
    if (call == null) {
      return null;
    }
    request.setAttribute(ServletTelemetry.CALL, call);
    Request.addCompletionListener(request, new Completion(request, response, call));
    return new Handling(call, Tracing.makeCurrent(call.span()));
  }

  static void exit(@Nullable Object entered, @Nullable Throwable thrown) {
    if (entered instanceof Handling) {
      Handling handling = (Handling) entered;
      Tracing.makeCurrent(handling.before);
      if (thrown != null) {
        handling.call.failed(thrown);
      }
    }
  }

  private static final class Handling {
    final HttpServerCall call;
    final @Nullable Span before;

    Handling(HttpServerCall call, @Nullable Span before) {
      this.call = call;
      this.before = before;
    }
  }

  private static final class Completion implements Consumer<@Nullable Throwable> {
    private final Request request;
    private final Response response;
    private final HttpServerCall call;

    Completion(Request request, Response response, HttpServerCall call) {
      this.request = request;
      this.response = response;
      this.call = call;
    }

    @Override
    public void accept(@Nullable Throwable failure) {
      ServletTelemetry.guarded(() -> end(failure));
    }

    private void end(@Nullable Throwable failure) {
      Object caught = request.getAttribute("jakarta.servlet.error.exception");
      if (failure != null) {
        call.failed(failure);
      } else if (caught instanceof Throwable) {
        call.failed((Throwable) caught);
      }
      call.response(response.getStatus(), response, HEADERS);
      call.end();
    }
  }
}
