// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** What a class file declares: its super types, and each member by name and descriptor. */
final class LibraryClass extends ClassVisitor {
  final Set<String> superTypes = new HashSet<>();
  final Set<String> members = new HashSet<>();

  private LibraryClass() {
    super(Opcodes.ASM9);
  }

  static LibraryClass of(byte[] classFile) {
    LibraryClass read = new LibraryClass();
    int nothing = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
    ClassFiles.reader(classFile).accept(read, nothing);
    return read;
  }

  /** An interface names {@code Object} as its super class, and has the methods of it. */
  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    if (superName != null) {
      superTypes.add(superName);
    }
    java.util.Collections.addAll(superTypes, interfaces);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    members.add(name + descriptor);
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    members.add(name + descriptor);
    return null;
  }
}
