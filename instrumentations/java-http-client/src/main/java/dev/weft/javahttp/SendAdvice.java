// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into {@code HttpClientFacade.send}. */
public final class SendAdvice {
  private SendAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Object enter(@Advice.Argument(0) @Nullable HttpRequest request) {
    return JavaHttpClientTelemetry.start(request);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.Enter @Nullable Object exchange,
      @Advice.Return @Nullable HttpResponse<?> response,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (exchange != null) {
      ((Exchange) exchange).leaveThread();
      ((Exchange) exchange).end(response, thrown);
    }
  }
}
