// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The image of {@code docker/agent}, built by the command that its README gives. */
final class AgentImage {
  static final String BASE = "busybox:stable";
  static final Path ROOT = Path.of(System.getProperty("weft.root"));

  private static final String BUILD = "docker build -t weft-javaagent ";

  private AgentImage() {}

  /** Builds it under a name of the test's own, with more options if there are any. */
  static void build(String name, String... options) throws IOException {
    String more = options.length == 0 ? "" : String.join(" ", options) + " ";
    String command = documented().replace(BUILD, "docker build -q -t " + name + " " + more);
    List<String> words = List.of("sh", "-c", "cd \"$0\" && " + command, ROOT.toString());
    try (Running running = Jvm.create().execute(words)) {
      Outcome outcome = running.end();
      if (outcome.exitCode() != 0) {
        throw new AssertionError(command + ": " + outcome.stdout() + outcome.stderr());
      }
    }
  }

  private static String documented() throws IOException {
    return Files.readAllLines(ROOT.resolve("docker/agent/README.md")).stream()
        .filter(line -> line.startsWith(BUILD))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line '" + BUILD + "…' in docker/agent/README"));
  }
}
