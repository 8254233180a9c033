// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Class files of Java versions that the reader does not know yet. They have always had the form of
 * the one before (JVMS §4.1), so they are read as that, and keep their own number.
 */
final class ClassFiles {
  /** The latest that the reader takes. */
  private static final int LATEST = Opcodes.V28;

  private ClassFiles() {}

  static ClassReader reader(byte[] classFile) {
    if (version(classFile) <= LATEST) {
      return new ClassReader(classFile);
    }
    byte[] older = classFile.clone();
    setVersion(older, LATEST);
    return new ClassReader(older);
  }

  /** Gives what was woven the number that the class file had, if that is later. */
  static byte[] sameVersion(byte[] woven, byte[] classFile) {
    int version = version(classFile);
    if (version > LATEST) {
      setVersion(woven, version);
    }
    return woven;
  }

  private static int version(byte[] classFile) {
    return classFile.length < 8 ? 0 : (classFile[6] & 0xFF) << 8 | classFile[7] & 0xFF;
  }

  private static void setVersion(byte[] classFile, int version) {
    classFile[6] = (byte) (version >> 8);
    classFile[7] = (byte) version;
  }
}
