// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import java.sql.Connection;
import java.sql.Statement;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into what creates statements: attaches to them what is known beforehand. */
public final class PrepareAdvice {
  private PrepareAdvice() {}

  /**
   * Called when a statement was created.
   *
   * @param first the text to be prepared, else a number or nothing
   */
  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void created(
      @Advice.This Connection connection,
      @Advice.Argument(value = 0, optional = true) @Nullable Object first,
      @Advice.Return @Nullable Statement statement) {
    if (statement != null) {
      JdbcTelemetry.created(connection, statement, first instanceof String ? (String) first : null);
    }
  }
}
