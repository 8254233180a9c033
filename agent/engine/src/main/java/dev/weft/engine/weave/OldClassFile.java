// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Raises class files of Java 6 and earlier to the version that may use {@code invokedynamic} (JVMS
 * §4.10.1: from there on stack map frames are required, so they are computed). Subroutines of
 * compilers before Java 6 cannot be raised: such a class is left as it is, with a line that says
 * so.
 */
final class OldClassFile extends AsmVisitorWrapper.AbstractBase {
  /** The first version with {@code invokedynamic}, of Java 7. */
  static final int INVOKEDYNAMIC = 51;

  @Override
  public int mergeWriter(int flags) {
    return flags | ClassWriter.COMPUTE_FRAMES;
  }

  @Override
  public ClassVisitor wrap(
      TypeDescription type,
      ClassVisitor visitor,
      Implementation.Context context,
      TypePool pool,
      FieldList<FieldDescription.InDefinedShape> fields,
      MethodList<?> methods,
      int writerFlags,
      int readerFlags) {
    return new ClassVisitor(OpenedClassReader.ASM_API, visitor) {
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
        return new NoSubroutines(
            super.visitMethod(access, name, descriptor, signature, exceptions));
      }
    };
  }

  private static final class NoSubroutines extends MethodVisitor {
    NoSubroutines(MethodVisitor next) {
      super(OpenedClassReader.ASM_API, next);
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
