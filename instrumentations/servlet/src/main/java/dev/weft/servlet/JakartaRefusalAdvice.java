// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import net.bytebuddy.asm.Advice;

/** After Tomcat has answered a request itself, such as with a redirect to an application's root. */
public final class JakartaRefusalAdvice {
  private JakartaRefusalAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.Argument(1) Object request,
      @Advice.Argument(3) Object response,
      @Advice.Return boolean passedOn) {
    if (!passedOn) {
      ServletTelemetry.exit(JakartaServletAdvice.enter(request, response), null);
    }
  }
}
