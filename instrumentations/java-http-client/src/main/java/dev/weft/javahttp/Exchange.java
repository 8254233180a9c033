// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import dev.weft.api.http.HttpClientCall;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
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
  @SuppressWarnings("ReferenceEquality")
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
    relay(answer, new Answer<>(this, visible));
    return visible;
  }

  /** What the relay throws is no business of the application's, which has its own future. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private static <T> void relay(CompletableFuture<HttpResponse<T>> answer, Answer<T> relay) {
    answer.whenComplete(relay);
  }

  @Nullable Span caller() {
    return caller;
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

  /** Names the version as on the wire; those after 2 are not known to Java 11. */
  private static String version(HttpClient.Version version) {
    return version == HttpClient.Version.HTTP_1_1
        ? "1.1"
        : version.name().substring("HTTP_".length()).replace('_', '.');
  }
}
