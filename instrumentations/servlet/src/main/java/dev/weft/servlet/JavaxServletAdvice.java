// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around whatever handles a request of {@code javax.servlet}. */
public final class JavaxServletAdvice {
  private JavaxServletAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Object enter(
      @Advice.Argument(0) Object request, @Advice.Argument(1) Object response) {
    return request instanceof HttpServletRequest && response instanceof HttpServletResponse
        ? ServletTelemetry.enter(
            new JavaxExchange((HttpServletRequest) request, (HttpServletResponse) response))
        : null;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter Object entered, @Advice.Thrown Throwable thrown) {
    ServletTelemetry.exit(entered, thrown);
  }
}
