// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import net.bytebuddy.asm.Advice;

/** Follows a constructor, and changes a field. */
public final class MadeAdvice {
  private MadeAdvice() {}

  /** Changes what has been set. */
  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToFields(@Advice.AssignReturned.ToFields.ToField("name"))
  public static String exit(
      @Advice.Argument(value = 0, optional = true) Object first,
      @Advice.FieldValue("name") String name) {
    return name + " of " + first;
  }
}
