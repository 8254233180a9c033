// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import java.sql.Connection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into {@code Driver.connect}: learns which database a connection leads to. */
public final class ConnectAdvice {
  private ConnectAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static Object connecting() {
    return Connections.quiet();
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void connected(
      @Advice.Enter @Nullable Object outermost,
      @Advice.Argument(0) @Nullable String url,
      @Advice.Return @Nullable Connection connection) {
    Connections.loud(outermost);
    if (connection != null && url != null) {
      Connections.opened(connection, url);
    }
  }
}
