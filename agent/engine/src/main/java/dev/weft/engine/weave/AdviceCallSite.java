// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * The call of an advice in a woven method. The JIT treats its target as a constant, so that it
 * costs a plain call; switched off, it costs nothing.
 */
public final class AdviceCallSite extends MutableCallSite {
  /** Creates one that calls an advice. */
  public AdviceCallSite(MethodHandle advice) {
    super(advice);
  }

  /** Creates a call site that does nothing. */
  public static AdviceCallSite silent(MethodType type) {
    return new AdviceCallSite(nothing(type));
  }

  /** Makes the call do nothing from now on. */
  public void silence() {
    setTarget(nothing(type()));
  }

  /** Returns null, zero or false: woven code takes it for "no answer". */
  private static MethodHandle nothing(MethodType type) {
    Class<?> returned = type.returnType();
    MethodHandle constant;
    if (returned == void.class) {
      constant =
          MethodHandles.constant(Object.class, null).asType(MethodType.methodType(void.class));
    } else if (returned.isPrimitive()) {
      constant =
          MethodHandles.explicitCastArguments(
              MethodHandles.constant(int.class, 0), MethodType.methodType(returned));
    } else {
      constant = MethodHandles.constant(returned, null);
    }
    return MethodHandles.dropArguments(constant, 0, type.parameterList());
  }
}
