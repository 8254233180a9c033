// SPDX-License-Identifier: Apache-2.0
package dev.weft.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import net.bytebuddy.asm.Advice;

/** Remembers the current span with an event that is about to be logged. */
public final class CallAppendersAdvice {
  private CallAppendersAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static void enter(@Advice.Argument(0) ILoggingEvent event) {
    if (event instanceof LoggingEvent) {
      EventContext.remember((LoggingEvent) event);
    }
  }
}
