// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.api.Scope;
import dev.weft.api.http.HttpServerCall;
import dev.weft.api.http.HttpServerTelemetry;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code jakarta.servlet}. */
final class JakartaExchange implements ServletExchange {
  private static final HttpServerTelemetry TOMCAT =
      new HttpServerTelemetry(Scope.of("io.opentelemetry.tomcat-10.0", "1.41.0"));
  private static final HttpServerTelemetry OTHER =
      new HttpServerTelemetry(Scope.of("io.opentelemetry.servlet-5.0", "1.37.0"));

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  JakartaExchange(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  @Override
  public HttpServerTelemetry telemetry() {
    return request.getClass().getName().startsWith("org.apache.catalina.") ? TOMCAT : OTHER;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public @Nullable String scheme() {
    return request.getScheme();
  }

  @Override
  public @Nullable String path() {
    return request.getRequestURI();
  }

  @Override
  public @Nullable String query() {
    return request.getQueryString();
  }

  @Override
  public @Nullable String protocolVersion() {
    return HttpVersion.of(request.getProtocol());
  }

  @Override
  public @Nullable String peerAddress() {
    return request.getRemoteAddr();
  }

  @Override
  public int peerPort() {
    return request.getRemotePort();
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  @Override
  public List<String> headers(String name) {
    return Collections.list(request.getHeaders(name));
  }

  @Override
  public List<String> headerNames() {
    Enumeration<String> names = request.getHeaderNames();
    return names == null ? Collections.emptyList() : Collections.list(names);
  }

  @Override
  public @Nullable Object attribute(String name) {
    return request.getAttribute(name);
  }

  @Override
  public void attribute(String name, Object value) {
    request.setAttribute(name, value);
  }

  @Override
  public @Nullable String route() {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      return null;
    }
    HttpServletMapping mapping = request.getHttpServletMapping();
    return mapping.getMappingMatch() == null
        ? null
        : ServletRoute.of(request.getContextPath(), request.getServletPath(), mapping.getPattern());
  }

  @Override
  public @Nullable Throwable failure(@Nullable Throwable thrown) {
    Object failure =
        thrown == null ? request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) : thrown;
    if (failure instanceof ServletException && ((ServletException) failure).getCause() != null) {
      return ((ServletException) failure).getCause();
    }
    return failure instanceof Throwable ? (Throwable) failure : null;
  }

  @Override
  public int status() {
    return response.getStatus();
  }

  @Override
  public boolean committed() {
    return response.isCommitted();
  }

  @Override
  public List<String> responseHeaders(String name) {
    return new ArrayList<>(response.getHeaders(name));
  }

  @Override
  public boolean async() {
    return request.isAsyncStarted();
  }

  @Override
  public void endLater(HttpServerCall call) {
    request.getAsyncContext().addListener(new Completion(call));
  }

  /** Errors and time-outs are followed by completion, and only then is the status the final one. */
  private final class Completion implements AsyncListener {
    private final HttpServerCall call;

    Completion(HttpServerCall call) {
      this.call = call;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      ServletTelemetry.guarded(() -> ServletTelemetry.end(JakartaExchange.this, call, null));
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {
      ServletTelemetry.guarded(
          () -> {
            Throwable failure = failure(event.getThrowable());
            if (failure != null) {
              call.failed(failure);
            }
          });
    }

    /** A dispatched request has started to wait again, and forgot its listeners. */
    @Override
    public void onStartAsync(AsyncEvent event) {
      ServletTelemetry.guarded(() -> event.getAsyncContext().addListener(this));
    }
  }
}
