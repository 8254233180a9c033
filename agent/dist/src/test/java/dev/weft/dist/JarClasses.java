// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The bytecode of the one jar, ours and what is shaded. */
final class JarClasses {
  /** A field, with its generic type where it has one. */
  record Field(String owner, String name, boolean isStatic, String type) {
    @Override
    public String toString() {
      return owner.substring(owner.lastIndexOf('/') + 1) + "." + name;
    }
  }

  /** What a method does with a method or field of another class. */
  record Use(String owner, String method, String target, String member) {
    boolean isOf(String ownerPrefix, String memberPrefix) {
      return target.startsWith(ownerPrefix) && member.startsWith(memberPrefix);
    }

    String place() {
      return owner.substring(owner.lastIndexOf('/') + 1) + "." + method;
    }
  }

  final List<Field> fields = new ArrayList<>();
  final List<Use> uses = new ArrayList<>();

  /** Reads all classes of which the names in the jar begin so. */
  static JarClasses of(String... prefixes) throws IOException {
    JarClasses classes = new JarClasses();
    try (JarFile jar = new JarFile(Repository.JAR.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().matches("(?:" + String.join("|", prefixes) + ").*\\.class(?:data)?")) {
          byte[] bytes = jar.getInputStream(entry).readAllBytes();
          new ClassReader(bytes).accept(classes.new Reader(), ClassReader.SKIP_DEBUG);
        }
      }
    }
    return classes;
  }

  private final class Reader extends ClassVisitor {
    private String owner = "";

    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(int v, int access, String name, String sign, String base, String[] types) {
      owner = name;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      String type = signature == null ? descriptor : signature;
      fields.add(new Field(owner, name, (access & Opcodes.ACC_STATIC) != 0, type));
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(int op, String target, String member, String d, boolean i) {
          uses.add(new Use(owner, name, target, member));
        }

        @Override
        public void visitFieldInsn(int op, String target, String member, String d) {
          uses.add(new Use(owner, name, target, member));
        }

        @Override
        public void visitInvokeDynamicInsn(String n, String d, Handle handle, Object... values) {
          for (Object value : values) {
            if (value instanceof Handle called) {
              uses.add(new Use(owner, name, called.getOwner(), called.getName()));
            }
          }
        }
      };
    }
  }
}
