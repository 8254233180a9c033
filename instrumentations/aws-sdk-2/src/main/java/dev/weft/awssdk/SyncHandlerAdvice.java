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
  /** Stands for no span: null would be an entry that did not take place. */
  private static final Object NO_SPAN = new Object();

  private SyncHandlerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static Object enter() {
    Span current = Tracing.current();
    return current == null ? NO_SPAN : current;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable Object before) {
    if (before != null) {
      Tracing.makeCurrent(before == NO_SPAN ? null : (Span) before);
    }
  }
}
