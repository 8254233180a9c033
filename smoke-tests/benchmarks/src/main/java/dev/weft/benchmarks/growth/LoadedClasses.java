// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Synthetic classes in one class loader. One in ten is called like something that might be
 * instrumented, and has a super class that has to be looked at.
 */
final class LoadedClasses implements Growth {
  private static final List<String> HINTS = List.of("Statement", "Connection", "Driver", "Chain");
  private static final String PLAIN = Plain.class.getName().replace('.', '/');

  private Synthetic loader = new Synthetic();
  private int made;

  @Override
  public void grow(int units) throws ClassNotFoundException {
    for (int i = 0; i < units; i++) {
      Class.forName(name(made++), true, loader);
    }
  }

  @Override
  public void release() {
    loader = new Synthetic();
    made = 0;
  }

  @Override
  public long count() {
    return made;
  }

  private static String name(int i) {
    String kind = i % 10 == 0 ? HINTS.get(i / 10 % HINTS.size()) : "Thing";
    return "example.p" + i / 100 + "." + kind + i;
  }

  private static byte[] bytes(String name) {
    String base = name.contains("Thing") ? "java/lang/Object" : PLAIN;
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, base, null);
    writer.visitField(Opcodes.ACC_PRIVATE, "value", "I", null, null).visitEnd();
    MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, base, "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(1, 1);
    constructor.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static final class Synthetic extends ClassLoader {
    Synthetic() {
      super(LoadedClasses.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) {
      byte[] bytes = bytes(name);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
