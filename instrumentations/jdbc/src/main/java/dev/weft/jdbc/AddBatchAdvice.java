// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import dev.weft.api.db.SqlHandle;
import java.sql.Statement;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into what adds to a batch. */
public final class AddBatchAdvice {
  private AddBatchAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Object adding(@Advice.This Statement statement) {
    return JdbcTelemetry.adding(statement);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void added(
      @Advice.Enter @Nullable Object handle,
      @Advice.Argument(value = 0, optional = true) @Nullable String sql,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (handle != null) {
      ((SqlHandle) handle).added(sql, thrown == null);
    }
  }
}
