// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.engine.weave.MethodWeaver;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;

/** Reads class files as far as rules ask. */
final class ClassReaders {
  private static final int CONSTANT_UTF8 = 1;

  private ClassReaders() {}

  static ClassReader of(byte[] classFile) {
    return MethodWeaver.reader(classFile);
  }

  /** Returns those of some texts that are in the constant pool (JVMS §4.4.7). */
  static Set<String> texts(ClassReader reader, Set<String> wanted) {
    Set<String> found = new HashSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      // the offset is that of what follows the tag; 0 for the second half of a long
      if (offset > 0 && reader.readByte(offset - 1) == CONSTANT_UTF8) {
        int length = reader.readUnsignedShort(offset);
        for (String text : wanted) {
          if (text.length() == length && text.equals(utf8(reader, offset, length, buffer))) {
            found.add(text);
          }
        }
      }
    }
    return found;
  }

  /** Names of annotations are written in ASCII, or are of another length than in bytes. */
  private static String utf8(ClassReader reader, int offset, int length, char[] buffer) {
    for (int i = 0; i < length; i++) {
      buffer[i] = (char) reader.readByte(offset + 2 + i);
    }
    return new String(buffer, 0, length);
  }
}
