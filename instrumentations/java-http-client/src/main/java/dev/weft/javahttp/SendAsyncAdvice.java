// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into {@code HttpClientFacade.sendAsync}. */
public final class SendAsyncAdvice {
  private SendAsyncAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Object enter(@Advice.Argument(0) @Nullable HttpRequest request) {
    return JavaHttpClientTelemetry.start(request);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static <T> @Nullable CompletableFuture<HttpResponse<T>> exit(
      @Advice.Enter @Nullable Object exchange,
      @Advice.Return @Nullable CompletableFuture<HttpResponse<T>> response,
      @Advice.Thrown @Nullable Throwable thrown) {
    return exchange == null ? response : ((Exchange) exchange).sent(response, thrown);
  }
}
