// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import dev.weft.api.Faults;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the answer from the client, ends the exchange, and hands the answer on to the application,
 * of which the next steps run on this thread.
 */
final class Answer<T> implements BiConsumer<@Nullable HttpResponse<T>, @Nullable Throwable> {
  private final Exchange exchange;
  private final CompletableFuture<HttpResponse<T>> visible;

  Answer(Exchange exchange, CompletableFuture<HttpResponse<T>> visible) {
    this.exchange = exchange;
    this.visible = visible;
  }

  @Override
  public void accept(@Nullable HttpResponse<T> response, @Nullable Throwable failure) {
    Span before = Tracing.makeCurrent(exchange.caller());
    try {
      end(response, failure);
      if (failure != null) {
        visible.completeExceptionally(failure);
      } else {
        visible.complete(response);
      }
    } finally {
      Tracing.makeCurrent(before);
    }
  }

  /** Throws nothing: whatever becomes of the span, the application waits for its answer. */
  private void end(@Nullable HttpResponse<T> response, @Nullable Throwable failure) {
    try {
      exchange.end(response, cause(failure));
    } catch (Throwable fault) {
      Faults.swallowed(JavaHttpClientInstrumentation.NAME, "Answer", fault);
    }
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }
}
