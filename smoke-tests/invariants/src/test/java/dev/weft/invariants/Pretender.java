// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

/** An agent that makes the JVM claim to be another version. */
public final class Pretender {
  private Pretender() {}

  /** Called by the JVM with the version to claim. */
  public static void premain(String version) {
    System.setProperty("java.specification.version", version);
  }
}
