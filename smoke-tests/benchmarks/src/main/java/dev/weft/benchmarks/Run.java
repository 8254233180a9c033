// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How the benchmarks are to be run this time, and where. */
public final class Run {
  private static final int QUICK_ROUNDS = 3;
  private static final int FULL_ROUNDS = 7;
  private static final Path OWN_HOME = Path.of(System.getProperty("java.home"));

  private final boolean quick;
  private final Path work;

  Run(boolean quick, Path work) {
    this.quick = quick;
    this.work = work;
  }

  /** Whether all is to be over in a few minutes. */
  public boolean quick() {
    return quick;
  }

  /** How often each subject has its turn, unless a part knows better. */
  public int rounds() {
    return rounds(QUICK_ROUNDS, FULL_ROUNDS);
  }

  /** How often each subject has its turn: as the system property says, or as is usual. */
  public int rounds(int ifQuick, int ifFull) {
    return Integer.getInteger("benchmarks.rounds", quick ? ifQuick : ifFull);
  }

  /** The command that runs a part in this way. */
  public String command(Part part) {
    String rounds = System.getProperty("benchmarks.rounds");
    String only = System.getProperty("benchmarks.only");
    return (only == null ? "" : "ONLY='" + only + "' ")
        + (rounds == null ? "" : "ROUNDS=" + rounds + " ")
        + "smoke-tests/benchmarks/run "
        + (quick ? "quick" : "full")
        + " "
        + part.name();
  }

  /** Whether a table is wanted: the system property may have an expression for their titles. */
  public boolean wants(String title) {
    return title.matches(System.getProperty("benchmarks.only", ".*"));
  }

  /** A folder for files that are not results. */
  public Path work() {
    return work;
  }

  /**
   * Returns the home of a JDK: the one that {@code JAVA_<feature>_HOME} names, the running one, or
   * one beside it. Says so and returns null if there is none.
   */
  public @Nullable Path javaHome(int feature) throws IOException {
    String named = System.getenv("JAVA_" + feature + "_HOME");
    if (named != null) {
      return Path.of(named);
    }
    if (Runtime.version().feature() == feature) {
      return OWN_HOME;
    }
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(OWN_HOME.resolveSibling(""))) {
      for (Path home : homes) {
        if (isJava(feature, home)) {
          return home;
        }
      }
    }
    System.out.println("JAVA_" + feature + "_HOME is not set: JDK " + feature + " is left out");
    return null;
  }

  private static boolean isJava(int feature, Path home) throws IOException {
    Path release = home.resolve("release");
    return Files.isRegularFile(release)
        && Files.isExecutable(home.resolve("bin/java"))
        && Files.readString(release).contains("JAVA_VERSION=\"" + feature + ".");
  }
}
