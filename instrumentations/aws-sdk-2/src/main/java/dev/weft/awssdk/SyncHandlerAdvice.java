// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a thread as a call has found it, also where an interceptor of the application throws and
 * the SDK tells the others nothing.
 */
public final class SyncHandlerAdvice {
  private SyncHandlerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Object enter() {
    return Tracing.current();
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable Object before) {
    Tracing.makeCurrent((Span) before);
  }
}
