// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A Docker engine, through the command line that users have. */
final class Docker {
  private static final String INCLUDE =
      " To include these tests: a Docker engine on this Linux machine, the command docker, and"
          + " DOCKER_HOST if the engine does not listen at its usual place";

  private static final Map<String, Boolean> PRESENT = new HashMap<>();
  private static final long PULL_MINUTES = 5;

  private Docker() {}

  /** Skips the test where there is no engine whose containers can use this machine's loopback. */
  static void assumeEngine(String... images) {
    boolean linux = System.getProperty("os.name").equals("Linux");
    Assumptions.assumeTrue(linux, "not on Linux, so no host network." + INCLUDE);
    Assumptions.assumeTrue(Holder.ANSWERS, "no Docker engine answers." + INCLUDE);
    for (String image : images) {
      boolean present = PRESENT.computeIfAbsent(image, Docker::isPresent);
      Assumptions.assumeTrue(present, image + " is not here and cannot be pulled." + INCLUDE);
    }
  }

  private static boolean isPresent(String image) {
    return answers("image", "inspect", image) || isPulled(image);
  }

  /** Runs a command to its end and returns what it has said on stdout. */
  static String run(String... words) {
    try (Running running = start(Arrays.asList(words))) {
      Outcome outcome = running.end();
      if (outcome.exitCode() != 0) {
        throw new AssertionError(Arrays.toString(words) + ": " + outcome.stderr());
      }
      return outcome.stdout().strip();
    }
  }

  static Running start(List<String> words) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(words);
    return Jvm.create().execute(command);
  }

  private static boolean isPulled(String image) {
    ProcessBuilder pull = new ProcessBuilder("docker", "pull", "-q", image);
    pull.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = pull.start();
      try {
        return process.waitFor(PULL_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean answers(String... words) {
    try (Running running = start(Arrays.asList(words))) {
      return running.end().exitCode() == 0;
    } catch (UncheckedIOException noSuchCommand) {
      return false;
    }
  }

  private static final class Holder {
    static final boolean ANSWERS = answers("version");
  }
}
