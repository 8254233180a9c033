// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.api.OptionalReferences;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Around all that a Jetty 12 server does for a request on its own threads. */
@OptionalReferences
public final class JettyAdvice {
  private JettyAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Object enter(
      @Advice.Argument(0) Object request, @Advice.Argument(1) Object response) {
    return JettyTelemetry.enter((Request) request, (Response) response);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter Object entered, @Advice.Thrown Throwable thrown) {
    JettyTelemetry.exit(entered, thrown);
  }
}
