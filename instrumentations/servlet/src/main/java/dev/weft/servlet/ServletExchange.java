// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.api.http.HttpServerCall;
import dev.weft.api.http.HttpServerRequest;
import dev.weft.api.http.HttpServerTelemetry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request and its response, whichever of the two servlet APIs they belong to. */
interface ServletExchange extends HttpServerRequest {
  /** Returns what calls are started with here. */
  HttpServerTelemetry telemetry();

  /** Returns a request attribute, or null. */
  @Nullable Object attribute(String name);

  /** Sets a request attribute. */
  void attribute(String name, Object value);

  /** Returns the route of what the client asked for; null if unknown or during other dispatches. */
  @Nullable String route();

  /**
   * Returns what went wrong in the application, or null: what a woven method has thrown, else what
   * the container has caught, without the wrapping of the servlet API.
   */
  @Nullable Throwable failure(@Nullable Throwable thrown);

  /** Returns the status as set so far. */
  int status();

  /** Returns whether the status has been sent. */
  boolean committed();

  /** Returns all values of a response header. */
  List<String> responseHeaders(String name);

  /** Returns whether the response is given later. */
  boolean async();

  /** Has the call ended when the response has been given. */
  void endLater(HttpServerCall call);
}
