// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Grows, and prints what it has taken before, grown, and after letting go. The first units are made
 * before that, and then it waits for a line on stdin, so that what is paid only once is not
 * counted.
 */
public final class GrowingApplication {
  static final String FIRST_MADE = "first";
  static final String BEFORE = "before ";
  static final String GROWN = "grown ";
  static final String RELEASED = "released ";

  static final int FIRST = 10;

  private GrowingApplication() {}

  /** Takes the name of a {@link Unit}, how many, and the folder of the stub driver's classes. */
  public static void main(String[] arguments) throws Exception {
    Growth growth = Unit.valueOf(arguments[0]).growth(Path.of(arguments[2]));
    growth.grow(FIRST);
    System.out.println(FIRST_MADE);
    awaitLine();
    print(BEFORE, growth);
    growth.grow(Integer.parseInt(arguments[1]));
    print(GROWN, growth);
    growth.release();
    print(RELEASED, growth);
  }

  private static void awaitLine() throws IOException {
    int read;
    do {
      read = System.in.read();
    } while (read >= 0 && read != '\n');
  }

  private static void print(String moment, Growth growth) throws InterruptedException {
    System.out.println(moment + Measured.now(growth::count).line());
  }
}
