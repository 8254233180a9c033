// SPDX-License-Identifier: Apache-2.0
package dev.weft.javautillogging;

import dev.weft.api.logs.Logs;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Records what a logger is asked to log and would log. */
public final class LogRecordAdvice {
  private LogRecordAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static boolean enter(
      @Advice.This Logger logger, @Advice.Argument(0) @Nullable LogRecord record) {
    if (record == null || !logger.isLoggable(record.getLevel())) {
      return false;
    }
    return EmittedRecord.emit(record);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter boolean outermost) {
    Logs.exit(outermost);
  }
}
