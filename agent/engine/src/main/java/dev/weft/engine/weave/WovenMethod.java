// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Weaves an advice into a method. What comes out, for an advice with both halves:
 *
 * <pre>{@code
 * try { entered = enter(...); } catch (Throwable t) { WeftBridge.fault(t); entered = null; }
 * try {
 *   ... returned = x;
 *   try { exit(entered, returned, null); } catch (Throwable t) { WeftBridge.fault(t); }
 *   return returned;
 * } catch (Throwable thrown) {
 *   try { exit(entered, null, thrown); } catch (Throwable t) { WeftBridge.fault(t); }
 *   throw thrown;
 * }
 * }</pre>
 *
 * <p>A call of the exit method lies where the method returns, and no branch leads back there: what
 * a compiler may have left on the stack below the result is left alone. Exception tables are
 * searched in order (JVMS §2.10), so our handlers come before the method's own, and the one for all
 * last.
 */
final class WovenMethod extends MethodVisitor {
  private final Locals locals;
  private final AdviceCalls calls;
  private final @Nullable AdviceMethod enter;
  private final @Nullable AdviceMethod exit;
  private final boolean onThrowable;
  private final Label[] exitStarts;
  private final Label[] exitEnds;
  private final Label exitFailed = new Label();
  private final Label body = new Label();
  private int returns;

  WovenMethod(
      MethodVisitor next, Locals locals, AdviceCalls calls, WovenAdvice advice, int returns) {
    super(Opcodes.ASM9, next);
    this.locals = locals;
    this.calls = calls;
    this.enter = advice.enter;
    this.exit = advice.exit;
    this.onThrowable = advice.onThrowable && advice.exit != null;
    if (locals.constructor && (enter != null || onThrowable)) {
      throw new IllegalStateException("into a constructor only what follows it can be woven");
    }
    exitStarts = labels(exit == null ? 0 : returns);
    exitEnds = labels(exitStarts.length);
  }

  private static Label[] labels(int count) {
    Label[] labels = new Label[count];
    for (int i = 0; i < count; i++) {
      labels[i] = new Label();
    }
    return labels;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    for (int i = 0; i < exitStarts.length; i++) {
      super.visitTryCatchBlock(exitStarts[i], exitEnds[i], exitFailed, Locals.THROWABLE);
    }
    locals.copy(mv);
    if (enter != null) {
      enter(enter);
    }
    super.visitLabel(body);
  }

  private void enter(AdviceMethod method) {
    Label start = new Label();
    Label end = new Label();
    Label failed = new Label();
    Label done = new Label();
    super.visitTryCatchBlock(start, end, failed, Locals.THROWABLE);
    super.visitLabel(start);
    calls.enter(method);
    super.visitLabel(end);
    super.visitJumpInsn(Opcodes.GOTO, done);
    super.visitLabel(failed);
    locals.frameOnEntry(mv, false, Locals.THROWABLE);
    calls.fault();
    calls.nothingEntered(method);
    super.visitLabel(done);
    locals.frameOnEntry(mv, true);
    // the method may begin with a frame of its own, and there is one frame an instruction
    super.visitInsn(Opcodes.NOP);
  }

  @Override
  public void visitFrame(int type, int count, Object[] own, int depth, Object[] stack) {
    locals.frameWithin(mv, count, own, depth, stack);
  }

  @Override
  public void visitInsn(int opcode) {
    if (exit != null && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      exit(exit);
    }
    super.visitInsn(opcode);
  }

  private void exit(AdviceMethod method) {
    store();
    super.visitLabel(exitStarts[returns]);
    calls.exit(method, false);
    super.visitLabel(exitEnds[returns]);
    returns++;
    load();
  }

  private void store() {
    if (!locals.returnedType.equals(Type.VOID_TYPE)) {
      super.visitVarInsn(locals.returnedType.getOpcode(Opcodes.ISTORE), locals.returned);
    }
  }

  private void load() {
    if (!locals.returnedType.equals(Type.VOID_TYPE)) {
      super.visitVarInsn(locals.returnedType.getOpcode(Opcodes.ILOAD), locals.returned);
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (onThrowable && exit != null) {
      exitThrowing(exit);
    }
    if (exitStarts.length > 0) {
      super.visitLabel(exitFailed);
      locals.frameOnExit(mv, true, false);
      calls.fault();
      load();
      super.visitInsn(locals.returnedType.getOpcode(Opcodes.IRETURN));
    }
    super.visitMaxs(maxStack + AdviceMethod.stack(enter, exit), locals.count());
  }

  private void exitThrowing(AdviceMethod method) {
    Label end = new Label();
    Label start = new Label();
    Label called = new Label();
    Label failed = new Label();
    super.visitLabel(end);
    super.visitTryCatchBlock(body, end, end, Locals.THROWABLE);
    super.visitTryCatchBlock(start, called, failed, Locals.THROWABLE);
    locals.frameOnExit(mv, false, false);
    super.visitVarInsn(Opcodes.ASTORE, locals.thrown);
    super.visitLabel(start);
    calls.exit(method, true);
    super.visitLabel(called);
    super.visitVarInsn(Opcodes.ALOAD, locals.thrown);
    super.visitInsn(Opcodes.ATHROW);
    super.visitLabel(failed);
    locals.frameOnExit(mv, false, true);
    calls.fault();
    super.visitVarInsn(Opcodes.ALOAD, locals.thrown);
    super.visitInsn(Opcodes.ATHROW);
  }
}
