// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.index;

import dev.weft.api.OptionalReferences;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Collects the classes and members that one class file refers to. */
final class References extends ClassVisitor {
  private static final String OPTIONAL = Type.getDescriptor(OptionalReferences.class);

  private final Map<String, Set<String>> byOwner = new TreeMap<>();
  private boolean optional;

  References() {
    super(OpenedClassReader.ASM_API);
  }

  Map<String, Set<String>> byOwner() {
    return byOwner;
  }

  boolean optional() {
    return optional;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    type(superName);
    for (String implemented : interfaces) {
      type(implemented);
    }
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    optional |= descriptor.equals(OPTIONAL);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    types(Type.getMethodType(descriptor));
    return new Body();
  }

  private void member(String owner, String name, String descriptor) {
    if (owner.startsWith("[")) {
      return;
    }
    byOwner.computeIfAbsent(owner, none -> new TreeSet<>()).add(name + " " + descriptor);
  }

  private void type(@Nullable String internalName) {
    if (internalName == null) {
      return;
    }
    Type type = Type.getObjectType(internalName);
    types(type);
  }

  private void types(Type type) {
    if (type.getSort() == Type.METHOD) {
      types(type.getReturnType());
      for (Type argument : type.getArgumentTypes()) {
        types(argument);
      }
    } else if (type.getSort() == Type.ARRAY) {
      types(type.getElementType());
    } else if (type.getSort() == Type.OBJECT) {
      byOwner.computeIfAbsent(type.getInternalName(), none -> new TreeSet<>()).add("");
    }
  }

  private final class Body extends MethodVisitor {
    Body() {
      super(OpenedClassReader.ASM_API);
    }

    @Override
    public void visitTypeInsn(int opcode, String internalName) {
      type(internalName);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      member(owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      member(owner, name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      types(Type.getMethodType(descriptor));
      for (Object argument : arguments) {
        if (argument instanceof Handle) {
          Handle handle = (Handle) argument;
          member(handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (argument instanceof Type) {
          types((Type) argument);
        }
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Type) {
        types((Type) value);
      }
    }
  }
}
