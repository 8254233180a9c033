// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import java.sql.Statement;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into what executes one text, prepared or not. */
public final class ExecuteAdvice {
  private ExecuteAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Object starting(
      @Advice.This Statement statement,
      @Advice.Argument(value = 0, optional = true) @Nullable String sql) {
    return JdbcTelemetry.starting(statement, sql);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void ended(
      @Advice.Enter @Nullable Object call, @Advice.Thrown @Nullable Throwable thrown) {
    if (call != null) {
      JdbcTelemetry.ended(call, thrown);
    }
  }
}
