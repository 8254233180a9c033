// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Finds the methods of a class that are woven, and what has to be known before weaving them. */
final class Survey extends ClassVisitor {
  private final Wanted wanted;
  private final Map<String, Found> found = new HashMap<>();

  private Survey(Wanted wanted) {
    super(Opcodes.ASM9);
    this.wanted = wanted;
  }

  /** Returns the methods with a body that are woven, by name and descriptor. */
  static Map<String, Found> of(ClassReader reader, Wanted wanted) {
    Survey survey = new Survey(wanted);
    reader.accept(survey, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return survey.found;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    List<Advice> advice = wanted.of(access, name, descriptor, exceptions);
    return advice.isEmpty() ? null : new Body(name + descriptor, advice);
  }

  /** Says with what a method is woven. */
  interface Wanted {
    /** Returns the advice, that which belongs next to the method's own code last. */
    List<Advice> of(int access, String name, String descriptor, String @Nullable [] exceptions);
  }

  /** An advice, and whose it is. */
  static final class Advice {
    final String owner;
    final WovenAdvice advice;

    /**
     * Creates it.
     *
     * @param owner the name of an instrumentation, or what {@link RuleAdvice} calls a rule
     */
    Advice(String owner, WovenAdvice advice) {
      this.owner = owner;
      this.advice = advice;
    }
  }

  /** A method that is woven. */
  static final class Found {
    final List<Advice> advice;
    final int maxLocals;
    final int returns;

    Found(List<Advice> advice, int maxLocals, int returns) {
      this.advice = advice;
      this.maxLocals = maxLocals;
      this.returns = returns;
    }
  }

  private final class Body extends MethodVisitor {
    private final String key;
    private final List<Advice> advice;
    private int returns;

    Body(String key, List<Advice> advice) {
      super(Opcodes.ASM9);
      this.key = key;
      this.advice = advice;
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        returns++;
      }
    }

    /** Not called for what has no body. */
    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      found.put(key, new Found(advice, maxLocals, returns));
    }
  }
}
