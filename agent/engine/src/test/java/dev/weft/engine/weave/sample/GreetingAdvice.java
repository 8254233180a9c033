// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import net.bytebuddy.asm.Advice;

/** Says that it was there. */
public final class GreetingAdvice {
  private GreetingAdvice() {}

  /** Changes what is returned. */
  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static Object exit(@Advice.Return Object returned) {
    return returned + ", woven";
  }
}
