// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import java.sql.Statement;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into what executes a batch, which is empty afterwards, even if that fails. */
public final class ExecuteBatchAdvice {
  private ExecuteBatchAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Object starting(@Advice.This Statement statement) {
    return JdbcTelemetry.startingBatch(statement);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void ended(
      @Advice.This Statement statement,
      @Advice.Enter @Nullable Object call,
      @Advice.Thrown @Nullable Throwable thrown) {
    JdbcTelemetry.clearBatch(statement);
    if (call != null) {
      JdbcTelemetry.ended(call, thrown);
    }
  }
}
