// SPDX-License-Identifier: Apache-2.0
package dev.weft.logbackappender;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.weft.api.logs.Logs;
import net.bytebuddy.asm.Advice;

/** Records an event that is about to be given to appenders. */
public final class RecordEventAdvice {
  private RecordEventAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static boolean enter(@Advice.Argument(0) ILoggingEvent event) {
    return EventRecord.emit(event);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter boolean outermost) {
    Logs.exit(outermost);
  }
}
