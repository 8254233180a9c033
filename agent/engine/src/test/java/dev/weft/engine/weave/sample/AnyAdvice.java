// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import dev.weft.engine.weave.Seen;
import net.bytebuddy.asm.Advice;

/** Fits any method, and says what it was given. */
public final class AnyAdvice {
  private AnyAdvice() {}

  /** Says it, and hands on. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static Object enter(
      @Advice.This Object self,
      @Advice.Argument(value = 0, optional = true) Object first,
      @Advice.Argument(value = 1, optional = true) Object second) {
    Seen.add("enter " + name(self) + " " + first + " " + second);
    return "entered";
  }

  /** Says it. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.Enter Object entered,
      @Advice.Return Object returned,
      @Advice.Thrown Throwable thrown,
      @Advice.This Object self,
      @Advice.Argument(value = 0, optional = true) Object first) {
    Seen.add("exit " + entered + " " + name(self) + " " + first + " " + returned + " " + thrown);
  }

  private static String name(Object object) {
    return object == null ? "null" : object.getClass().getSimpleName();
  }
}
