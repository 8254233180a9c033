// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import dev.weft.engine.config.Configuration;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;

/**
 * {@code java -jar weft-javaagent.jar rules}: tells what rules would do, and does nothing of it.
 * What was asked for goes to stdout, what is wrong to stderr.
 */
public final class RulesCommand {
  /** There is no problem. */
  static final int FINE = 0;

  /** There are problems. */
  static final int PROBLEMS = 1;

  /** It cannot be said what is wanted. */
  static final int WRONG_USAGE = 2;

  private static final String USAGE =
      "usage: java -jar weft-javaagent.jar"
          + " rules check <file or folder>... --classpath <jars and folders>"
          + " | rules docs <file or folder>...";

  private RulesCommand() {}

  /**
   * Called by the entry point of the jar.
   *
   * @param arguments what was written, {@code rules} first
   * @return the exit code
   */
  public static int run(String[] arguments) throws UnsupportedEncodingException {
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    PrintStream err = new PrintStream(System.err, false, "UTF-8");
    try {
      return run(arguments, out, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    String command = arguments.length < 2 ? "" : arguments[1];
    boolean checking = command.equals("check");
    Arguments read =
        checking || command.equals("docs")
            ? Arguments.read(Arrays.asList(arguments).subList(2, arguments.length))
            : null;
    if (read == null || read.files.isEmpty() || checking == read.classPath.isEmpty()) {
      err.println(USAGE);
      return WRONG_USAGE;
    }
    Findings findings = new Findings();
    if (checking) {
      new RuleCheck(read, findings, Configuration.ofProcess(null)).print(out);
    } else {
      new RuleDocs(read.files, findings).print(out);
    }
    out.flush();
    findings.print(err);
    return findings.problems() == 0 ? FINE : PROBLEMS;
  }
}
