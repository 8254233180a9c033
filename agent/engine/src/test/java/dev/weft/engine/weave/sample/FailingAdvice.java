// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import net.bytebuddy.asm.Advice;

/** Fits any method, and throws from each half. */
public final class FailingAdvice {
  private FailingAdvice() {}

  /** Throws. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static long enter() {
    throw new IllegalStateException("on entry");
  }

  /** Throws. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static Object exit(@Advice.Enter long entered) {
    throw new IllegalStateException("on exit of " + entered);
  }
}
