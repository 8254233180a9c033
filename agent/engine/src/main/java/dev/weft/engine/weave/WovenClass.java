// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.util.Map;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Weaves one advice into each method of a class that has so many; all else passes unchanged. */
final class WovenClass extends ClassVisitor {
  private final Map<String, Survey.Found> found;
  private final String owner;
  private final int round;

  /**
   * Creates it.
   *
   * @param owner the internal name of the class
   * @param round which of its advice each method is woven with
   */
  WovenClass(ClassVisitor next, Map<String, Survey.Found> found, String owner, int round) {
    super(Opcodes.ASM9, next);
    this.found = found;
    this.owner = owner;
    this.round = round;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
    Survey.Found method = found.get(name + descriptor);
    if (method == null || method.advice.size() <= round) {
      return code;
    }
    Survey.Advice woven = method.advice.get(round);
    WovenAdvice advice = woven.advice;
    Locals locals = new Locals(owner, access, name, descriptor, method.maxLocals, advice);
    AdviceCalls calls = new AdviceCalls(code, locals, owner, woven.owner, advice);
    return new WovenMethod(code, locals, calls, advice, method.returns);
  }
}
