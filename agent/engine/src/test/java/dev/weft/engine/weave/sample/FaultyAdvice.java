// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import net.bytebuddy.asm.Advice;

/** Throws. */
public final class FaultyAdvice {
  private FaultyAdvice() {}

  /** Throws. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static void enter(@Advice.This Object victim) {
    throw new IllegalStateException("fault in " + victim.getClass().getSimpleName());
  }
}
