// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

/** An application that runs out of stack again and again, and goes on. */
final class Deep {
  private Deep() {}

  /** Runs, and says how that went. */
  public static void main(String[] arguments) {
    // where there is no stack left, no class should have to be initialized
    System.out.println("touched " + touched("first") + down(3));
    for (int i = 0; i < 5; i++) {
      System.out.println("overflown " + overflown());
    }
    System.out.println("dived " + dive(Integer.MAX_VALUE));
    System.out.println("bottom " + bottom("last"));
    System.out.println("touched " + touched("last"));
  }

  private static boolean overflown() {
    try {
      return down(Integer.MAX_VALUE) < 0;
    } catch (StackOverflowError expected) {
      return true;
    }
  }

  private static int down(int n) {
    return n == 0 ? 0 : 1 + down(n - 1);
  }

  /** Calls a method, for the first time, where there is no stack left, and then ever higher up. */
  private static String dive(int most) {
    try {
      if (most > 0) {
        dive(most - 1);
      }
    } catch (StackOverflowError expected) {
      // and up again
    }
    try {
      return bottom("dive");
    } catch (StackOverflowError stillThere) {
      return "";
    }
  }

  private static String bottom(String where) {
    return where;
  }

  private static String touched(String when) {
    return when;
  }
}
