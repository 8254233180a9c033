// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The main class of every application under load, the same under every agent: runs the
 * application's own main method, then answers on stdout what it is asked on stdin about this JVM,
 * and exits at the end of its input. What it asks the JVM with is loaded with the first question.
 */
public final class Served {
  private Served() {}

  /** Takes the name of the application's main class, then the arguments for that. */
  public static void main(String[] arguments) throws Exception {
    String[] others = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) others);
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String question;
    while ((question = questions.readLine()) != null) {
      System.out.println(question + " " + answer(question));
    }
    System.exit(0);
  }

  private static String answer(String question) {
    return question.startsWith(Vitals.QUESTION) ? Vitals.read().text() : Settled.read().text();
  }
}
