// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** One half of an advice: a static method, and what its parameters are given. Immutable. */
public final class AdviceMethod {
  final String name;
  final String descriptor;
  final Type[] types;
  final Type returned;
  private final Given[] given;

  /** What a parameter is given. */
  public enum Source {
    /** The object, or null in a static method. */
    THIS,
    /** An argument as it was on entry. */
    ARGUMENT,
    /** The same, or null or zero where the method has fewer. */
    OPTIONAL_ARGUMENT,
    /** What the enter method has returned, or null or zero where it failed. */
    ENTER,
    /** What the method returns, or null or zero where it throws. */
    RETURN,
    /** What the method throws, or null. */
    THROWN,
    /** A field of the object. */
    FIELD
  }

  /**
   * Creates it.
   *
   * @param given one for each parameter
   */
  public AdviceMethod(String name, String descriptor, Given[] given) {
    this.name = name;
    this.descriptor = descriptor;
    this.types = Type.getArgumentTypes(descriptor);
    this.returned = Type.getReturnType(descriptor);
    this.given = given.clone();
  }

  static AdviceMethod read(DataInputStream in) throws IOException {
    String name = in.readUTF();
    String descriptor = in.readUTF();
    Given[] given = new Given[in.readUnsignedByte()];
    for (int i = 0; i < given.length; i++) {
      given[i] = new Given(Source.valueOf(in.readUTF()), in.readUnsignedByte(), in.readUTF());
    }
    return new AdviceMethod(name, descriptor, given);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(name);
    out.writeUTF(descriptor);
    out.writeByte(given.length);
    for (Given one : given) {
      out.writeUTF(one.source.name());
      out.writeByte(one.index);
      out.writeUTF(one.field);
    }
  }

  /** Returns the most that calling one of them, and keeping what it returns, needs of the stack. */
  static int stack(@Nullable AdviceMethod enter, @Nullable AdviceMethod exit) {
    return 4 + Math.max(size(enter), size(exit));
  }

  private static int size(@Nullable AdviceMethod method) {
    return method == null ? 0 : Type.getArgumentsAndReturnSizes(method.descriptor) >> 2;
  }

  Given given(int parameter) {
    return given[parameter];
  }

  /** What one parameter is given. Immutable. */
  public static final class Given {
    final Source source;
    final int index;
    final String field;

    /**
     * Creates it.
     *
     * @param index of the argument, where it is one
     * @param field the name of the field, where it is one
     */
    public Given(Source source, int index, String field) {
      this.source = source;
      this.index = index;
      this.field = field;
    }
  }
}
