// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

/** Somebody else's agent, which was there before. */
public final class OtherAgent {
  private OtherAgent() {}

  /** Says that it has been started. */
  public static void premain(String arguments) {
    System.err.println("the other agent");
  }
}
