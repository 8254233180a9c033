// SPDX-License-Identifier: Apache-2.0
package dev.weft.jvms;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a JDK has and a JRE has not. */
final class JdkTools {
  private JdkTools() {}

  /** Makes a run-time image; where there is no {@code jlink} the test is left out. */
  static Outcome link(Path jdk, Set<String> modules, Path image) {
    Path jlink = jdk.resolve("bin/jlink");
    assumeTrue(Files.exists(jlink), () -> jdk + " has no jlink: run with a whole JDK");
    List<String> command =
        List.of(
            jlink.toString(),
            "--add-modules",
            "java.base," + String.join(",", new TreeSet<>(modules)),
            "--output",
            image.toString());
    try (Running linking = Jvm.in(jdk).execute(command)) {
      return linking.end();
    }
  }
}
