// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.util.Arrays;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Adds a field and {@link WeftCarrier} to a class while it is being loaded. */
final class CarrierVisitor extends ClassVisitor {
  private static final String CARRIER = "java/lang/WeftCarrier";
  private static final String FIELD = "weft$value";
  private static final String OBJECT = "Ljava/lang/Object;";

  private final String owner;

  CarrierVisitor(ClassVisitor next, String owner) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
  }

  /**
   * Returns whether the class can, and where it is redefined must, have the field: a redefinition
   * may not add one, nor take away one that was added at load. A serializable class keeps its
   * shape, since a default serial version UID is computed from it; so does one with a super type
   * that cannot be read, as of interfaces that other agents add there is no class file.
   */
  static boolean possible(
      @Nullable Class<?> redefined, ClassHeader header, Ancestry ancestry, ClassLoader visible) {
    if (redefined != null) {
      return Arrays.asList(redefined.getInterfaces()).contains(WeftCarrier.class);
    }
    return !header.isInterface()
        && !ancestry.mayReach(visible, header.superTypes(), "java/io/Serializable");
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    String[] more = Arrays.copyOf(interfaces, interfaces.length + 1);
    more[interfaces.length] = CARRIER;
    String extended = signature == null ? null : signature + "L" + CARRIER + ";";
    super.visit(version, access, name, extended, superName, more);
  }

  @Override
  public void visitEnd() {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC;
    super.visitField(access | Opcodes.ACC_VOLATILE, FIELD, OBJECT, null, null).visitEnd();
    getter(cv, owner);
    setter(cv, owner);
    super.visitEnd();
  }

  private static void getter(ClassVisitor visitor, String owner) {
    MethodVisitor method = method(visitor, "()" + OBJECT);
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitFieldInsn(Opcodes.GETFIELD, owner, FIELD, OBJECT);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(1, 1);
    method.visitEnd();
  }

  private static void setter(ClassVisitor visitor, String owner) {
    MethodVisitor method = method(visitor, "(" + OBJECT + ")V");
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitFieldInsn(Opcodes.PUTFIELD, owner, FIELD, OBJECT);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(2, 2);
    method.visitEnd();
  }

  private static MethodVisitor method(ClassVisitor visitor, String descriptor) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC;
    MethodVisitor method = visitor.visitMethod(access, FIELD, descriptor, null, null);
    method.visitCode();
    return method;
  }
}
