// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import java.nio.file.Path;

/**
 * Grows, and prints what it has taken before, grown, and after letting go. The first units are made
 * before that, so that what is paid only once is not counted.
 */
public final class GrowingApplication {
  static final String BEFORE = "before ";
  static final String GROWN = "grown ";
  static final String RELEASED = "released ";

  static final int FIRST = 10;

  private GrowingApplication() {}

  /** Takes the name of a {@link Unit}, how many, and the folder of the stub driver's classes. */
  public static void main(String[] arguments) throws Exception {
    Growth growth = Unit.valueOf(arguments[0]).growth(Path.of(arguments[2]));
    growth.grow(FIRST);
    print(BEFORE, growth);
    growth.grow(Integer.parseInt(arguments[1]));
    print(GROWN, growth);
    growth.release();
    print(RELEASED, growth);
  }

  private static void print(String moment, Growth growth) throws InterruptedException {
    System.out.println(moment + Measured.now(growth::count).line());
  }
}
