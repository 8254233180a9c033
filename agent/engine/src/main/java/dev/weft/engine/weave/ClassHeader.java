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
  private static final int TEXT = 1;
  private static final int CLASS = 7;

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
    try {
      return u4(classFile, 0) == 0xCAFEBABE ? readAll(classFile) : null;
    } catch (IOException | RuntimeException malformed) {
      return null;
    }
  }

  private static ClassHeader readAll(byte[] classFile) throws IOException {
    int[] pool = new int[u2(classFile, 8)];
    int at = end(classFile, pool);
    int flags = u2(classFile, at);
    int superClass = u2(classFile, at + 4);
    int interfaces = u2(classFile, at + 6);
    boolean root = superClass == 0;
    String[] superTypes = new String[interfaces + (root ? 0 : 1)];
    for (int i = 0; i < interfaces; i++) {
      superTypes[i] = name(classFile, pool, u2(classFile, at + 8 + 2 * i));
    }
    if (!root) {
      superTypes[interfaces] = name(classFile, pool, superClass);
    }
    return new ClassHeader(u2(classFile, 6), flags, superTypes);
  }

  /** Returns where the constant pool ends, and fills in where each of its entries begins. */
  private static int end(byte[] classFile, int[] pool) throws IOException {
    int at = 10;
    for (int i = 1; i < pool.length; i++) {
      pool[i] = at;
      int tag = classFile[at];
      switch (tag) {
        case TEXT:
          at += 3 + u2(classFile, at + 1);
          break;
        case 5:
        case 6:
          at += 9;
          i++;
          break;
        case 15:
          at += 4;
          break;
        case CLASS:
        case 8:
        case 16:
        case 19:
        case 20:
          at += 3;
          break;
        case 3:
        case 4:
        case 9:
        case 10:
        case 11:
        case 12:
        case 17:
        case 18:
          at += 5;
          break;
        default:
          throw new IOException("unknown tag " + tag);
      }
    }
    return at;
  }

  /** Only the few names that are asked for become strings: a pool may have thousands. */
  private static String name(byte[] classFile, int[] pool, int index) throws IOException {
    int name = entry(classFile, pool[index], CLASS);
    int at = entry(classFile, pool[u2(classFile, name)], TEXT);
    return new DataInputStream(new ByteArrayInputStream(classFile, at, 2 + u2(classFile, at)))
        .readUTF();
  }

  private static int entry(byte[] classFile, int at, int tag) throws IOException {
    if (classFile[at] != tag) {
      throw new IOException("no constant with tag " + tag);
    }
    return at + 1;
  }

  private static int u2(byte[] classFile, int at) {
    return (classFile[at] & 0xFF) << 8 | classFile[at + 1] & 0xFF;
  }

  private static int u4(byte[] classFile, int at) {
    return u2(classFile, at) << 16 | u2(classFile, at + 2);
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
