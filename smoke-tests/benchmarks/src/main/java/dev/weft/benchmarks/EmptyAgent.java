// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

/** An agent that does nothing: what the JVM itself takes to have one. */
public final class EmptyAgent {
  private EmptyAgent() {}

  /** Called by the JVM before the main class. */
  public static void premain(String arguments) {}
}
