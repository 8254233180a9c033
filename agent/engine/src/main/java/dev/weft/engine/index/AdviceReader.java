// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.index;

import dev.weft.engine.weave.AdviceMethod;
import dev.weft.engine.weave.WovenAdvice;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads the annotations of an advice class. Those of {@link Advice} that are not understood fail
 * the build, rather than being passed over.
 */
final class AdviceReader extends ClassVisitor {
  private static final String PREFIX = Type.getDescriptor(Advice.class).replace(";", "$");
  private static final String ASSIGNED = PREFIX + "AssignReturned$";

  private final String type;
  private @Nullable AdviceMethod enter;
  private @Nullable AdviceMethod exit;
  private boolean onThrowable;
  private String assigned = "";

  AdviceReader(String type) {
    super(Opcodes.ASM9);
    this.type = type;
  }

  WovenAdvice advice() {
    if (enter == null && exit == null) {
      throw new IllegalStateException(type + " has neither @OnMethodEnter nor @OnMethodExit");
    }
    return new WovenAdvice(type, enter, exit, onThrowable, assigned);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new Method(name, descriptor);
  }

  private IllegalStateException notUnderstood(String method, String what) {
    return new IllegalStateException(type + "." + method + ": " + what + " is not understood");
  }

  private final class Method extends MethodVisitor {
    private final String name;
    private final String descriptor;
    private final AdviceMethod.@Nullable Given[] given;
    private boolean enters;
    private boolean exits;

    Method(String name, String descriptor) {
      super(Opcodes.ASM9);
      this.name = name;
      this.descriptor = descriptor;
      this.given = new AdviceMethod.Given[Type.getArgumentTypes(descriptor).length];
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      if (!annotation.startsWith(PREFIX)) {
        return null;
      }
      switch (annotation.substring(PREFIX.length())) {
        case "OnMethodEnter;":
          enters = true;
          return new Values(name) {
            @Override
            boolean understands(String key, Object value) {
              return isOrdinary(key, value);
            }
          };
        case "OnMethodExit;":
          exits = true;
          return new Values(name) {
            @Override
            boolean understands(String key, Object value) {
              onThrowable |= key.equals("onThrowable");
              return isOrdinary(key, value)
                  || key.equals("onThrowable") && value.equals(Type.getType(Throwable.class));
            }
          };
        case "AssignReturned$ToReturned;":
          assigned = WovenAdvice.TO_RETURNED;
          return new Values(name);
        case "AssignReturned$ToFields;":
          return new Fields();
        default:
          throw notUnderstood(name, annotation);
      }
    }

    private boolean isOrdinary(String key, Object value) {
      return key.equals("suppress") && value.equals(Type.getType(Throwable.class))
          || key.equals("inline") && value.equals(false);
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String annotation, boolean visible) {
      if (!annotation.startsWith(PREFIX)) {
        return null;
      }
      String simpleName = annotation.substring(PREFIX.length(), annotation.length() - 1);
      return new Parameter(name, simpleName, given, parameter);
    }

    @Override
    public void visitEnd() {
      if (!enters && !exits) {
        return;
      }
      AdviceMethod.Given[] all = new AdviceMethod.Given[given.length];
      for (int i = 0; i < all.length; i++) {
        AdviceMethod.Given one = given[i];
        if (one == null) {
          throw notUnderstood(name, "parameter " + i + ", which has no annotation,");
        }
        all[i] = one;
      }
      AdviceMethod method = new AdviceMethod(name, descriptor, all);
      if (enters) {
        enter = method;
      } else {
        exit = method;
      }
    }
  }

  /** What an annotation says; only what is understood may be said. */
  private class Values extends AnnotationVisitor {
    final String method;

    Values(String method) {
      super(Opcodes.ASM9);
      this.method = method;
    }

    boolean understands(String key, Object value) {
      return false;
    }

    @Override
    public void visit(String key, Object value) {
      if (!understands(key, value)) {
        throw notUnderstood(method, key + " = " + value);
      }
    }

    @Override
    public void visitEnum(String key, String descriptor, String value) {
      throw notUnderstood(method, key + " = " + value);
    }
  }

  /** {@code ToFields(ToField("name"))}. */
  private final class Fields extends AnnotationVisitor {
    Fields() {
      super(Opcodes.ASM9);
    }

    @Override
    public AnnotationVisitor visitArray(String key) {
      return this;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String key, String annotation) {
      return this;
    }

    @Override
    public void visit(String key, Object value) {
      if (!assigned.isEmpty()) {
        throw notUnderstood(type, ASSIGNED + " to more than one");
      }
      assigned = String.valueOf(value);
    }
  }

  private final class Parameter extends Values {
    private final AdviceMethod.Source source;
    private final AdviceMethod.@Nullable Given[] given;
    private final int parameter;
    private int index;
    private boolean optional;
    private String field = "";

    Parameter(
        String method, String annotation, AdviceMethod.@Nullable Given[] given, int parameter) {
      super(method);
      this.given = given;
      this.parameter = parameter;
      this.source = source(method, annotation);
    }

    private AdviceMethod.Source source(String method, String annotation) {
      for (AdviceMethod.Source one : AdviceMethod.Source.values()) {
        if (one.name().equalsIgnoreCase(annotation)) {
          return one;
        }
      }
      if (annotation.equals("FieldValue")) {
        return AdviceMethod.Source.FIELD;
      }
      throw notUnderstood(method, "@" + annotation);
    }

    @Override
    boolean understands(String key, Object value) {
      if (key.equals("value") && value instanceof Integer) {
        index = (Integer) value;
      } else if (key.equals("value") && value instanceof String) {
        field = (String) value;
      } else if (key.equals("optional")) {
        optional = (Boolean) value;
      } else {
        return false;
      }
      return true;
    }

    @Override
    public void visitEnd() {
      given[parameter] =
          new AdviceMethod.Given(
              optional ? AdviceMethod.Source.OPTIONAL_ARGUMENT : source, index, field);
    }
  }
}
