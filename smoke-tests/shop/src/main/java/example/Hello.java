// SPDX-License-Identifier: Apache-2.0
package example;

/** The smallest application: says hello on stdout and ends with the status that it is given. */
public final class Hello {
  private Hello() {}

  /** Ends with the status in the first argument, else normally. */
  public static void main(String[] arguments) {
    System.out.println("Hello, world!");
    if (arguments.length > 0) {
      System.exit(Integer.parseInt(arguments[0]));
    }
  }
}
