// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * Gives the libraries in the jar loggers of ours that say nothing. Not left to the relocation,
 * which would rename the same types in the instrumentation of {@code java.util.logging} as well.
 */
final class SilentLibraries {
  private static final String LOGGING = "java/util/logging/";
  private static final Map<String, String> OURS =
      Map.of(
          LOGGING + "Logger", "dev/weft/engine/LibraryLogger",
          LOGGING + "Level", "dev/weft/engine/LibraryLevel");

  private SilentLibraries() {}

  /** Returns what is to be packed for a file of the relocated jar. */
  static byte[] silenced(String name, byte[] bytes) {
    if (!name.startsWith(Reachable.SHADED)
        || !name.endsWith(".class")
        || !new String(bytes, StandardCharsets.ISO_8859_1).contains(LOGGING)) {
      return bytes;
    }
    ClassWriter writer = new ClassWriter(0);
    Remapper remapper =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String type) {
            return OURS.getOrDefault(type, type);
          }
        };
    new ClassReader(bytes).accept(new ClassRemapper(writer, remapper), 0);
    return writer.toByteArray();
  }
}
