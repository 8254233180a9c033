// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.ClassLog;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code JAVA_TOOL_OPTIONS} reaches tools that nobody meant. */
class ToolsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"keytool -help", "jcmd -l", "jps", "javac -version"})
  void toolOfTheJdk_isLeftAlone(String command) {
    ClassLog log = new ClassLog(folder);
    Outcome alone;
    try (Running running = Shops.jvm().execute(inJdk(command))) {
      alone = running.end();
    }

    Outcome outcome = run(Shops.jvm(), log, inJdk(command));

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err())
        .filteredOn(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS: "))
        .isEqualTo(alone.err());
    assertThat(log.ofAgent())
        .containsExactly("dev.weft.bootstrap.AgentPremain", "dev.weft.bootstrap.Launch");
  }

  @Test
  void maven_isLeftAlone() {
    ClassLog log = new ClassLog(folder);

    Outcome outcome = run(Shops.jvm(), log, List.of(System.getProperty("maven.launcher"), "-v"));

    assertThat(outcome.stdout()).contains("Maven");
    assertThat(outcome.stderr()).doesNotContain("[weft]");
    assertThat(log.ofAgent())
        .containsExactly("dev.weft.bootstrap.AgentPremain", "dev.weft.bootstrap.Launch");
  }

  @Test
  void explicitTrue_observesEvenATool() {
    ClassLog log = new ClassLog(folder);
    Jvm asked = Shops.jvm().env("OTEL_JAVAAGENT_ENABLED", "true");

    Outcome outcome = run(asked, log, inJdk("jps"));

    assertThat(outcome.exitCode()).isZero();
    assertThat(log.ofAgent()).contains("dev.weft.engine.Agent");
  }

  private static Outcome run(Jvm jvm, ClassLog log, List<String> command) {
    jvm.env("JAVA_TOOL_OPTIONS", "-javaagent:" + Jvm.jar() + " " + log.option());
    try (Running running = jvm.execute(command)) {
      return running.end();
    }
  }

  private static List<String> inJdk(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.set(0, Jvm.HOME + File.separator + "bin" + File.separator + words.get(0));
    return words;
  }
}
