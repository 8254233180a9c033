// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes calls of an advice: {@code invokedynamic}, linked by {@link WeftBridge}. The advice itself
 * stays an ordinary class, in which breakpoints work, and nothing of it is copied into the
 * application's classes.
 */
final class AdviceCalls {
  private static final String BRIDGE = "java/lang/WeftBridge";
  private static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          BRIDGE,
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;Ljava/lang/String;)Ljava/lang/invoke/CallSite;",
          false);
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  private final MethodVisitor code;
  private final Locals locals;
  private final String owner;
  private final WovenAdvice advice;
  private final String name;

  AdviceCalls(
      MethodVisitor code, Locals locals, String owner, String instrumentation, WovenAdvice advice) {
    this.code = code;
    this.locals = locals;
    this.owner = owner;
    this.advice = advice;
    this.name = AdviceLinker.nameOf(instrumentation, advice.type);
  }

  /** Calls the enter method, and keeps what it returns. */
  void enter(AdviceMethod method) {
    call(method, name, false, false);
    if (locals.enter >= 0) {
      code.visitVarInsn(method.returned.getOpcode(Opcodes.ISTORE), locals.enter);
    }
  }

  /** Keeps null or zero where the enter method has failed. */
  void nothingEntered(AdviceMethod method) {
    if (locals.enter >= 0) {
      pushDefault(method.returned);
      code.visitVarInsn(method.returned.getOpcode(Opcodes.ISTORE), locals.enter);
    }
  }

  /**
   * Calls the exit method, and puts what it returns where it belongs.
   *
   * @param throwing whether the woven method throws, rather than returns
   */
  void exit(AdviceMethod method, boolean throwing) {
    String named = advice.enter == null ? name : AdviceLinker.closing(name);
    if (throwing || advice.assigned.isEmpty()) {
      call(method, named, true, throwing);
      int size = method.returned.getSize();
      if (size > 0) {
        code.visitInsn(size == 2 ? Opcodes.POP2 : Opcodes.POP);
      }
    } else if (advice.assigned.equals(WovenAdvice.TO_RETURNED)) {
      call(method, named, true, false);
      code.visitVarInsn(Opcodes.ALOAD, locals.returned);
      orElse(locals.returnedType);
      code.visitVarInsn(Opcodes.ASTORE, locals.returned);
    } else {
      code.visitVarInsn(Opcodes.ALOAD, locals.self());
      call(method, named, true, false);
      pushField(advice.assigned, method.returned);
      orElse(method.returned);
      code.visitFieldInsn(
          Opcodes.PUTFIELD, owner, advice.assigned, method.returned.getDescriptor());
    }
  }

  /** An advice that is switched off answers null: then all stays as it is. */
  private void orElse(Type type) {
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        BRIDGE,
        "orElse",
        "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
        false);
    cast(type);
  }

  /** Hands what is on the stack to the bridge. */
  void fault() {
    code.visitLdcInsn(name);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, BRIDGE, "fault", "(Ljava/lang/Throwable;Ljava/lang/String;)V", false);
  }

  private void call(AdviceMethod method, String named, boolean onExit, boolean throwing) {
    for (int i = 0; i < method.types.length; i++) {
      push(method.given(i), method.types[i], onExit, throwing);
    }
    code.visitInvokeDynamicInsn(method.name, method.descriptor, LINK, named);
  }

  private void push(AdviceMethod.Given given, Type type, boolean onExit, boolean throwing) {
    switch (given.source) {
      case THIS:
        pushThis(onExit);
        break;
      case ARGUMENT:
      case OPTIONAL_ARGUMENT:
        pushArgument(given, type, onExit);
        break;
      case ENTER:
        code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), locals.enter);
        break;
      case RETURN:
        if (throwing || locals.returnedType.equals(Type.VOID_TYPE)) {
          pushDefault(type);
        } else {
          load(locals.returned, locals.returnedType, type);
        }
        break;
      case THROWN:
        if (throwing) {
          code.visitVarInsn(Opcodes.ALOAD, locals.thrown);
        } else {
          code.visitInsn(Opcodes.ACONST_NULL);
        }
        break;
      case FIELD:
        pushField(given.field, type);
        break;
    }
  }

  private void pushThis(boolean onExit) {
    if (locals.self() < 0) {
      code.visitInsn(Opcodes.ACONST_NULL);
    } else {
      code.visitVarInsn(Opcodes.ALOAD, onExit ? locals.self() : 0);
    }
  }

  private void pushField(String field, Type type) {
    code.visitVarInsn(Opcodes.ALOAD, locals.self());
    code.visitFieldInsn(Opcodes.GETFIELD, owner, field, type.getDescriptor());
  }

  private void pushArgument(AdviceMethod.Given given, Type type, boolean onExit) {
    if (given.index < locals.parameters.length) {
      load(locals.argument(given.index, onExit), locals.parameters[given.index], type);
    } else if (given.source == AdviceMethod.Source.OPTIONAL_ARGUMENT) {
      pushDefault(type);
    } else {
      throw new IllegalStateException("there is no argument " + given.index);
    }
  }

  /** Loads a variable for a parameter of another type, maybe. */
  private void load(int slot, Type from, Type to) {
    if (primitive(from) && !primitive(to)) {
      pushDefault(to);
      return;
    }
    if (primitive(from) != primitive(to) || primitive(from) && !from.equals(to)) {
      throw new IllegalStateException(from.getClassName() + " is no " + to.getClassName());
    }
    code.visitVarInsn(from.getOpcode(Opcodes.ILOAD), slot);
    if (!from.equals(to)) {
      cast(to);
    }
  }

  private void cast(Type type) {
    if (!primitive(type) && !type.equals(OBJECT)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
  }

  private static boolean primitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private void pushDefault(Type type) {
    switch (type.getSort()) {
      case Type.LONG:
        code.visitInsn(Opcodes.LCONST_0);
        break;
      case Type.FLOAT:
        code.visitInsn(Opcodes.FCONST_0);
        break;
      case Type.DOUBLE:
        code.visitInsn(Opcodes.DCONST_0);
        break;
      case Type.OBJECT:
      case Type.ARRAY:
        code.visitInsn(Opcodes.ACONST_NULL);
        break;
      default:
        code.visitInsn(Opcodes.ICONST_0);
        break;
    }
  }
}
