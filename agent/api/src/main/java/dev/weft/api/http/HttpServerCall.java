// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.Labels;
import dev.weft.api.trace.Numbers;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanNames;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request that a server handles. The recipe:
 *
 * <ol>
 *   <li>{@link HttpServerTelemetry#start}; null means that there is nothing to do;
 *   <li>make {@link #span()} current while the application handles the request;
 *   <li>{@link #route} as soon as it is known;
 *   <li>say how it went: {@link #response}, {@link #failed};
 *   <li>{@link #end()}, from any thread: only the first call counts, since asynchronous requests
 *       can complete, time out and fail at once.
 * </ol>
 */
public final class HttpServerCall {
  private static final SpanNames NAMES = new SpanNames(' ');

  private final Span span;
  private final Histogram duration;
  private final String method;
  private final @Nullable String scheme;
  private final @Nullable String version;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile @Nullable String route;
  private volatile int status;
  private volatile @Nullable String errorType;

  HttpServerCall(
      Span span,
      Histogram duration,
      String method,
      @Nullable String scheme,
      @Nullable String version) {
    this.span = span;
    this.duration = duration;
    this.method = method;
    this.scheme = scheme;
    this.version = version;
  }

  /** Returns the span, to be made current. */
  public Span span() {
    return span;
  }

  /** Returns the route template said so far, or null. */
  public @Nullable String route() {
    return route;
  }

  /** Says which route template the request matched; the span is named after it. */
  public void route(@Nullable String template) {
    if (template == null || template.isEmpty() || ended.get()) {
      return;
    }
    route = template;
    span.set("http.route", template);
    span.name(NAMES.of(HttpMethod.named(method), template));
  }

  /** Says what was answered. The status, once known, also decides on {@code error.type}. */
  public <M> void response(int statusCode, M response, HeaderSource<M> headers) {
    if (ended.get()) {
      return;
    }
    status = statusCode;
    span.set("http.response.status_code", statusCode);
    errorType = statusCode >= 500 || statusCode < 100 ? Integer.toString(statusCode) : null;
    if (statusCode >= 500) {
      span.failed();
    }
    String[] names = HttpSettings.get().serverResponseHeaders();
    Headers.capture(span, "http.response.header.", names, response, headers);
  }

  /** Says that the application threw. */
  public void failed(Throwable thrown) {
    if (ended.get()) {
      return;
    }
    if (status == 0) {
      errorType = thrown.getClass().getName();
    }
    span.failed(thrown);
  }

  /** Ends the span and records the duration. */
  public void end() {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    span.set("error.type", errorType);
    span.end();
    Labels labels =
        Labels.of(
            route,
            HttpMethod.reported(method),
            status == 0 ? null : Numbers.boxed(status),
            errorType,
            version,
            scheme);
    duration.record(span.durationNanos() / 1e9, labels, span);
  }
}
