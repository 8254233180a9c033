// SPDX-License-Identifier: Apache-2.0
package dev.weft.leftout;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Prints, as the last module of a build, what the build has left out and how to include it. */
public final class LeftOut {
  private LeftOut() {}

  /**
   * Reads the reports of the tests that this build has run.
   *
   * @param arguments what Maven knows of the build, as {@code name value}
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    say(Build.of(arguments), System.out);
  }

  static void say(Build build, PrintStream out) throws IOException {
    Omissions omissions = new Omissions();
    for (Path module : build.modules()) {
      new TestReports(module, build.started()).addTo(omissions);
    }
    omissions.lines().forEach(out::println);
    if (build.mustBeWhole() && !omissions.isEmpty()) {
      throw new IllegalStateException(
          "something was left out, see above; without -Dnothing.left.out this is no failure");
    }
  }
}
