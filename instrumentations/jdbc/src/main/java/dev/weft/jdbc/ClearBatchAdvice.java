// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import java.sql.Statement;
import net.bytebuddy.asm.Advice;

/** Woven into what empties a batch. */
public final class ClearBatchAdvice {
  private ClearBatchAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void cleared(@Advice.This Statement statement) {
    JdbcTelemetry.clearBatch(statement);
  }
}
