// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

/** The shortest application. */
public final class Hello {
  private Hello() {}

  /** Greets. */
  public static void main(String[] arguments) {
    System.out.println("hello world");
  }
}
