// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import dev.weft.api.http.HttpClientCall;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A request that is on its way: its call, and the span that the caller works for. */
final class Exchange {
  private final HttpClientCall call;
  private final HttpRequest request;
  private final @Nullable Span caller;
  private final @Nullable Exchange outer;

  /** Makes the call's span current on this thread, until {@link #leaveThread()}. */
  Exchange(HttpClientCall call, HttpRequest request) {
    this.call = call;
    this.request = request;
    this.outer = JavaHttpClientTelemetry.starting(this);
    this.caller = Tracing.makeCurrent(call.span());
  }

  HttpClientCall call() {
    return call;
  }

  /** By identity: a proxy selector, for one, may send requests of its own meanwhile. */
  boolean sends(@Nullable HttpRequest candidate) {
    return candidate == request;
  }

  void leaveThread() {
    JavaHttpClientTelemetry.starting(outer);
    Tracing.makeCurrent(caller);
  }

  /**
   * Leaves the thread, and lets the span end with the answer.
   *
   * @return the future to be given to the application in place of the client's: of the same class,
   *     with the same effect when cancelled, but completed with the caller's span as the current
   *     one; null where there is none
   */
  <T> @Nullable CompletableFuture<HttpResponse<T>> sent(
      @Nullable CompletableFuture<HttpResponse<T>> answer, @Nullable Throwable thrown) {
    leaveThread();
    if (answer == null) {
      end(null, thrown);
      return null;
    }
    CompletableFuture<HttpResponse<T>> visible = answer.newIncompleteFuture();
    answer.whenComplete((response, failure) -> complete(visible, response, failure));
    return visible;
  }

  private <T> void complete(
      CompletableFuture<HttpResponse<T>> visible,
      @Nullable HttpResponse<T> response,
      @Nullable Throwable failure) {
    Span before = Tracing.makeCurrent(caller);
    try {
      end(response, cause(failure));
    } finally {
      // Whatever became of the span, the application waits for this.
      if (failure == null) {
        visible.complete(response);
      } else {
        visible.completeExceptionally(failure);
      }
      Tracing.makeCurrent(before);
    }
  }

  void end(@Nullable HttpResponse<?> response, @Nullable Throwable thrown) {
    if (thrown != null) {
      call.failed(thrown);
    } else if (response != null) {
      call.response(
          response.statusCode(),
          version(response.version()),
          response.headers(),
          JavaHttpClientTelemetry.headers());
    }
    call.end();
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }

  /** Names the version as on the wire; those after 2 are not known to Java 11. */
  private static String version(HttpClient.Version version) {
    return version == HttpClient.Version.HTTP_1_1
        ? "1.1"
        : version.name().substring("HTTP_".length()).replace('_', '.');
  }
}
