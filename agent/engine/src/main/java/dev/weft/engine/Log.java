// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

/** The agent's own voice: single lines on stderr, never on stdout, never through a logger. */
public final class Log {
  private static volatile boolean silent;

  private Log() {}

  /** Prints nothing from now on but what users have asked for. */
  public static void silence() {
    silent = true;
  }

  /** Prints one line, unless users want none. */
  public static void line(String text) {
    if (!silent) {
      output(text);
    }
  }

  /** Prints one line that users have asked for. */
  @SuppressWarnings("SystemOut")
  public static void output(String text) {
    System.err.println("[weft] " + text);
  }

  /** Returns a failure as a part of a line: its class and message, without a stack trace. */
  public static String cause(Throwable thrown) {
    String text;
    try {
      text = thrown.toString();
    } catch (Throwable overridden) {
      text = thrown.getClass().getName();
    }
    return String.valueOf(text).replace('\n', ' ').replace('\r', ' ');
  }
}
