// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Says that it was there. */
public final class GreetingAdvice {
  private GreetingAdvice() {}

  /** Changes what is returned. */
  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static Object exit(
      @Advice.Return(readOnly = true, typing = Assigner.Typing.DYNAMIC) Object returned) {
    return returned + ", woven";
  }
}
