// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of itself before its members: version, flags and direct super types. Read
 * by hand, since a full parser costs more than the answer is worth for most classes (JVMS §4.1).
 */
final class ClassHeader {
  private static final int ACC_INTERFACE = 0x0200;

  private final int version;
  private final int flags;
  private final String[] superTypes;

  private ClassHeader(int version, int flags, String[] superTypes) {
    this.version = version;
    this.flags = flags;
    this.superTypes = superTypes;
  }

  /** Returns the header, or null where the bytes are not a class file. */
  static @Nullable ClassHeader read(byte[] classFile) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      if (in.readInt() != 0xCAFEBABE) {
        return null;
      }
      in.readUnsignedShort();
      int version = in.readUnsignedShort();
      Object[] pool = pool(in);
      int flags = in.readUnsignedShort();
      in.readUnsignedShort();
      int superClass = in.readUnsignedShort();
      int interfaces = in.readUnsignedShort();
      boolean root = superClass == 0;
      String[] superTypes = new String[interfaces + (root ? 0 : 1)];
      for (int i = 0; i < interfaces; i++) {
        superTypes[i] = name(pool, in.readUnsignedShort());
      }
      if (!root) {
        superTypes[interfaces] = name(pool, superClass);
      }
      return new ClassHeader(version, flags, superTypes);
    } catch (IOException | RuntimeException malformed) {
      return null;
    }
  }

  private static Object[] pool(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    Object[] pool = new Object[size];
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1:
          pool[i] = in.readUTF();
          break;
        case 7:
          pool[i] = in.readUnsignedShort();
          break;
        case 5:
        case 6:
          skip(in, 8);
          i++;
          break;
        case 15:
          skip(in, 3);
          break;
        case 8:
        case 16:
        case 19:
        case 20:
          skip(in, 2);
          break;
        case 3:
        case 4:
        case 9:
        case 10:
        case 11:
        case 12:
        case 17:
        case 18:
          skip(in, 4);
          break;
        default:
          throw new IOException("unknown tag " + tag);
      }
    }
    return pool;
  }

  private static void skip(DataInputStream in, int bytes) throws IOException {
    if (in.skipBytes(bytes) < bytes) {
      throw new IOException("truncated");
    }
  }

  private static String name(Object[] pool, int index) {
    return (String) pool[(Integer) pool[index]];
  }

  /** Returns the major version of the class file. */
  int version() {
    return version;
  }

  boolean isInterface() {
    return (flags & ACC_INTERFACE) != 0;
  }

  /** Returns the internal names of the interfaces and, last, of the super class. */
  String[] superTypes() {
    return superTypes;
  }
}
