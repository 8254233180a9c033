// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** What a class file says of its methods and of the annotations it carries. */
final class DeclaredMethods extends ClassVisitor {
  final List<Declared> methods = new ArrayList<>();

  /** The descriptors of the annotations of the class. */
  final Set<String> annotations = new HashSet<>();

  private DeclaredMethods() {
    super(Opcodes.ASM9);
  }

  static DeclaredMethods of(ClassReader reader) {
    DeclaredMethods read = new DeclaredMethods();
    reader.accept(read, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return read;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    annotations.add(descriptor);
    return null;
  }

  /** Methods that only a compiler has made are left out: they call the ones that are meant. */
  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if ((access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0) {
      return null;
    }
    Declared declared = new Declared(access, name, descriptor);
    methods.add(declared);
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        declared.annotations.add(annotation);
        return null;
      }
    };
  }

  /** One method. */
  static final class Declared {
    final int access;
    final String name;
    final String descriptor;

    /** The descriptors of its annotations. */
    final Set<String> annotations = new HashSet<>(2);

    Declared(int access, String name, String descriptor) {
      this.access = access;
      this.name = name;
      this.descriptor = descriptor;
    }

    boolean isPublic() {
      return (access & Opcodes.ACC_PUBLIC) != 0;
    }

    String key() {
      return name + descriptor;
    }
  }
}
