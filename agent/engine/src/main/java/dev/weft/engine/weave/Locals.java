// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The local variables of a woven method: its own stay where they are, ours follow behind them. So
 * its code is not changed, and its stack map frames (JVMS §4.7.4) only grow at their ends.
 *
 * <p>Ours are, in this order: the object and the arguments as they were on entry, where the exit
 * method asks for them; what the enter method has returned; what the method returns; what it
 * throws.
 */
final class Locals {
  final boolean constructor;
  final Type[] parameters;
  final Type returnedType;
  private final Object[] own;
  private final int[] slots;
  private final int[] copies;
  private final int base;
  private final List<Object> kept = new ArrayList<>();
  private final int self;
  private int next;

  final int enter;
  final int returned;
  final int thrown;

  Locals(
      String owner, int access, String name, String descriptor, int maxLocals, WovenAdvice advice) {
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    constructor = name.equals("<init>");
    parameters = Type.getArgumentTypes(descriptor);
    returnedType = Type.getReturnType(descriptor);
    base = maxLocals;
    next = maxLocals;
    slots = new int[parameters.length];
    copies = new int[parameters.length];
    List<Object> frame = new ArrayList<>();
    if (!isStatic) {
      frame.add(constructor ? Opcodes.UNINITIALIZED_THIS : owner);
    }
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < parameters.length; i++) {
      slots[i] = slot;
      slot += parameters[i].getSize();
      frame.add(element(parameters[i]));
    }
    own = frame.toArray();
    self = isStatic ? -1 : constructor || advice.exit == null ? 0 : keep(Type.getObjectType(owner));
    for (int i = 0; i < parameters.length; i++) {
      copies[i] = asks(advice.exit, i) ? keep(parameters[i]) : -1;
    }
    Type entered = advice.enter == null ? Type.VOID_TYPE : advice.enter.returned;
    enter = entered.equals(Type.VOID_TYPE) ? -1 : keep(entered);
    returned = next;
    next += returnedType.getSize();
    thrown = next;
    next++;
  }

  private static boolean asks(@Nullable AdviceMethod method, int argument) {
    for (int i = 0; method != null && i < method.types.length; i++) {
      AdviceMethod.Given given = method.given(i);
      boolean ofArgument =
          given.source == AdviceMethod.Source.ARGUMENT
              || given.source == AdviceMethod.Source.OPTIONAL_ARGUMENT;
      if (ofArgument && given.index == argument) {
        return true;
      }
    }
    return false;
  }

  private int keep(Type type) {
    int slot = next;
    next += type.getSize();
    kept.add(element(type));
    return slot;
  }

  /** Returns how many there are. */
  int count() {
    return next;
  }

  /** Returns where the object is on exit, or -1 in a static method. */
  int self() {
    return self;
  }

  /** Returns where an argument is: on entry itself, on exit its copy. */
  int argument(int index, boolean onExit) {
    return onExit ? copies[index] : slots[index];
  }

  /** Copies what the exit method asks for. */
  void copy(MethodVisitor code) {
    if (self > 0) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ASTORE, self);
    }
    for (int i = 0; i < parameters.length; i++) {
      if (copies[i] >= 0) {
        code.visitVarInsn(parameters[i].getOpcode(Opcodes.ILOAD), slots[i]);
        code.visitVarInsn(parameters[i].getOpcode(Opcodes.ISTORE), copies[i]);
      }
    }
  }

  /** Says that the stack is as given, and that of the locals there are the parameters and ours. */
  void frameOnEntry(MethodVisitor code, boolean entered, Object... stack) {
    List<Object> ours = entered || enter < 0 ? kept : kept.subList(0, kept.size() - 1);
    frame(code, own, ours, stack);
  }

  /** Says that of the locals there are ours only; a method may use its own as it likes. */
  void frameOnExit(MethodVisitor code, boolean hasReturned, boolean hasThrown) {
    List<Object> ours = new ArrayList<>(kept);
    if (hasReturned && !returnedType.equals(Type.VOID_TYPE)) {
      ours.add(element(returnedType));
    } else if (hasThrown) {
      pad(ours, returnedType.getSize());
    }
    if (hasThrown) {
      ours.add(THROWABLE);
    }
    frame(code, new Object[0], ours, THROWABLE);
  }

  /** Passes on a frame of the method itself, with what it now has in addition. */
  void frameWithin(MethodVisitor code, int count, Object[] locals, int depth, Object[] stack) {
    frame(code, Arrays.copyOf(locals, count), kept, Arrays.copyOf(stack, depth));
  }

  static final String THROWABLE = "java/lang/Throwable";

  private void frame(MethodVisitor code, Object[] first, List<Object> ours, Object... stack) {
    List<Object> all = new ArrayList<>(Arrays.asList(first));
    int size = 0;
    for (Object element : first) {
      size += element == Opcodes.LONG || element == Opcodes.DOUBLE ? 2 : 1;
    }
    if (!ours.isEmpty()) {
      pad(all, base - size);
      all.addAll(ours);
    }
    code.visitFrame(Opcodes.F_NEW, all.size(), all.toArray(), stack.length, stack);
  }

  private static void pad(List<Object> elements, int size) {
    for (int i = 0; i < size; i++) {
      elements.add(Opcodes.TOP);
    }
  }

  private static Object element(Type type) {
    switch (type.getSort()) {
      case Type.BOOLEAN:
      case Type.BYTE:
      case Type.CHAR:
      case Type.SHORT:
      case Type.INT:
        return Opcodes.INTEGER;
      case Type.FLOAT:
        return Opcodes.FLOAT;
      case Type.LONG:
        return Opcodes.LONG;
      case Type.DOUBLE:
        return Opcodes.DOUBLE;
      default:
        return type.getInternalName();
    }
  }
}
