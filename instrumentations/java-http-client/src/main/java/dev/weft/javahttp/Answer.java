// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

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
    Span before = Tracing.current();
    try {
      exchange.end(response, cause(failure));
    } finally {
      // whatever became of the span, the application waits for this
      if (failure != null) {
        visible.completeExceptionally(failure);
      } else {
        visible.complete(response);
      }
      Tracing.makeCurrent(before);
    }
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }
}
