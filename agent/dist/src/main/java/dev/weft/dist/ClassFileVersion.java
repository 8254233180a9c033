// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import java.util.Set;

/**
 * Lowers the class-file version of the two classes that decide whether to start: a JVM that is too
 * old must get as far as the line that says so (JVMS §4.1). They use nothing newer.
 */
final class ClassFileVersion {
  private static final int JAVA_6 = 50;
  private static final Set<String> FIRST =
      Set.of("dev/weft/bootstrap/AgentPremain.class", "dev/weft/bootstrap/Launch.class");

  private ClassFileVersion() {}

  static byte[] forLaunch(String entry, byte[] bytes) {
    if (!FIRST.contains(entry)) {
      return bytes;
    }
    byte[] lowered = bytes.clone();
    lowered[6] = 0;
    lowered[7] = JAVA_6;
    return lowered;
  }
}
