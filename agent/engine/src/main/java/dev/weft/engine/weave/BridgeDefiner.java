// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.lang.instrument.Instrumentation;
import java.util.function.BiConsumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Makes a class that calls what Java 9 has and Java 8 lacks, which our own cannot name. Reflection
 * would do as well, but on Java 18 and later the JVM makes some twenty classes for these few calls,
 * a fifth of what weaving the first class takes. What is made:
 *
 * <pre>{@code
 * public void accept(Object instrumentation, Object classFiles) {
 *   Object.class.getModule() is opened, java.lang of it, to the module of this class alone
 *   Lookup lookup = MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
 *   lookup.defineClass(classFiles[0]), ...
 * }
 * }</pre>
 */
final class BridgeDefiner extends ClassLoader {
  private static final String NAME = "dev.weft.engine.weave.DefinesBridge";
  private static final String OBJECT = "java/lang/Object";
  private static final String MODULE = "Ljava/lang/Module;";
  private static final String COLLECTIONS = "java/util/Collections";
  private static final String HANDLES = "java/lang/invoke/MethodHandles";
  private static final String LOOKUP = HANDLES + "$Lookup";
  private static final String INSTRUMENTATION = Type.getInternalName(Instrumentation.class);

  private BridgeDefiner(ClassLoader parent) {
    super(parent);
  }

  /** Defines classes in {@code java.lang}, each after its super types. */
  static void define(Instrumentation instrumentation, byte[][] classFiles)
      throws ReflectiveOperationException {
    byte[] made = classFile(classFiles.length);
    BridgeDefiner loader = new BridgeDefiner(BridgeDefiner.class.getClassLoader());
    @SuppressWarnings("unchecked")
    BiConsumer<Instrumentation, byte[][]> definer =
        (BiConsumer<Instrumentation, byte[][]>)
            loader
                .defineClass(NAME, made, 0, made.length, BridgeDefiner.class.getProtectionDomain())
                .getDeclaredConstructor()
                .newInstance();
    definer.accept(instrumentation, classFiles);
  }

  private static byte[] classFile(int count) {
    ClassWriter writer = new ClassWriter(0);
    String[] interfaces = {"java/util/function/BiConsumer"};
    writer.visit(
        Opcodes.V1_8, Opcodes.ACC_PUBLIC, NAME.replace('.', '/'), null, OBJECT, interfaces);
    constructor(writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null));
    String accept = "(Ljava/lang/Object;Ljava/lang/Object;)V";
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "accept", accept, null, null);
    code.visitCode();
    open(code);
    lookup(code);
    for (int i = 0; i < count; i++) {
      defineClass(code, i);
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(7, 4);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructor(MethodVisitor code) {
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(1, 1);
    code.visitEnd();
  }

  /** As {@code --add-opens} would. */
  private static void open(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.CHECKCAST, INSTRUMENTATION);
    code.visitLdcInsn(Type.getObjectType(OBJECT));
    module(code);
    collection(code, "emptySet", "()Ljava/util/Set;");
    collection(code, "emptyMap", "()Ljava/util/Map;");
    code.visitLdcInsn("java.lang");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OBJECT, "getClass", "()Ljava/lang/Class;", false);
    module(code);
    collection(code, "singleton", "(Ljava/lang/Object;)Ljava/util/Set;");
    collection(code, "singletonMap", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/util/Map;");
    collection(code, "emptySet", "()Ljava/util/Set;");
    collection(code, "emptyMap", "()Ljava/util/Map;");
    code.visitMethodInsn(
        Opcodes.INVOKEINTERFACE,
        INSTRUMENTATION,
        "redefineModule",
        "("
            + MODULE
            + "Ljava/util/Set;Ljava/util/Map;Ljava/util/Map;Ljava/util/Set;Ljava/util/Map;)V",
        true);
  }

  private static void module(MethodVisitor code) {
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getModule", "()" + MODULE, false);
  }

  private static void collection(MethodVisitor code, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, COLLECTIONS, name, descriptor, false);
  }

  private static void lookup(MethodVisitor code) {
    code.visitLdcInsn(Type.getObjectType(OBJECT));
    code.visitMethodInsn(Opcodes.INVOKESTATIC, HANDLES, "lookup", "()L" + LOOKUP + ";", false);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        HANDLES,
        "privateLookupIn",
        "(Ljava/lang/Class;L" + LOOKUP + ";)L" + LOOKUP + ";",
        false);
    code.visitVarInsn(Opcodes.ASTORE, 3);
  }

  private static void defineClass(MethodVisitor code, int index) {
    code.visitVarInsn(Opcodes.ALOAD, 3);
    code.visitVarInsn(Opcodes.ALOAD, 2);
    code.visitTypeInsn(Opcodes.CHECKCAST, "[[B");
    code.visitIntInsn(Opcodes.BIPUSH, index);
    code.visitInsn(Opcodes.AALOAD);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, LOOKUP, "defineClass", "([B)Ljava/lang/Class;", false);
    code.visitInsn(Opcodes.POP);
  }
}
