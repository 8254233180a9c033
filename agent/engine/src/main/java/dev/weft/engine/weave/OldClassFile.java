// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Raises class files of Java 6 and earlier to the version that may use {@code invokedynamic} (JVMS
 * §4.10.1: from there on stack map frames are required, so the writer has to compute them).
 * Subroutines of compilers before Java 6 cannot be raised: such a class is left as it is, with a
 * line that says so.
 */
final class OldClassFile extends ClassVisitor {
  /** The first version with {@code invokedynamic}, of Java 7. */
  static final int INVOKEDYNAMIC = 51;

  private OldClassFile(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  // Typed as super classes, so that verifying who calls these does not load what few classes need.

  static ClassVisitor before(ClassVisitor next) {
    return new OldClassFile(next);
  }

  static ClassWriter writer(ClassReader reader, Ancestry ancestry, ClassLoader visible) {
    return new FrameWriter(reader, ancestry, visible);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    super.visit(Opcodes.V1_7, access, name, signature, superName, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new NoSubroutines(super.visitMethod(access, name, descriptor, signature, exceptions));
  }

  private static final class NoSubroutines extends MethodVisitor {
    NoSubroutines(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      if (opcode == Opcodes.JSR) {
        throw new UnweavableClass("it has subroutines, of a compiler before Java 6");
      }
      super.visitJumpInsn(opcode, target);
    }
  }
}
