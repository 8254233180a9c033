// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An advice as it is woven: its methods, and what becomes of what they return. Immutable. */
public final class WovenAdvice {
  /** {@link #assigned} where the result of the exit method replaces that of the woven method. */
  public static final String TO_RETURNED = "return";

  final String type;
  final @Nullable AdviceMethod enter;
  final @Nullable AdviceMethod exit;
  final boolean onThrowable;
  final String assigned;

  /**
   * Creates it.
   *
   * @param type the name of the advice class
   * @param onThrowable whether the exit method is called also where the woven method throws
   * @param assigned where the result of the exit method goes, if it is not null: nowhere if empty,
   *     {@link #TO_RETURNED}, or a field of that name
   */
  public WovenAdvice(
      String type,
      @Nullable AdviceMethod enter,
      @Nullable AdviceMethod exit,
      boolean onThrowable,
      String assigned) {
    this.type = type;
    this.enter = enter;
    this.exit = exit;
    this.onThrowable = onThrowable;
    this.assigned = assigned;
  }

  static WovenAdvice read(DataInputStream in) throws IOException {
    return new WovenAdvice(
        in.readUTF(),
        in.readBoolean() ? AdviceMethod.read(in) : null,
        in.readBoolean() ? AdviceMethod.read(in) : null,
        in.readBoolean(),
        in.readUTF());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(type);
    write(enter, out);
    write(exit, out);
    out.writeBoolean(onThrowable);
    out.writeUTF(assigned);
  }

  private static void write(@Nullable AdviceMethod method, DataOutputStream out)
      throws IOException {
    out.writeBoolean(method != null);
    if (method != null) {
      method.write(out);
    }
  }
}
