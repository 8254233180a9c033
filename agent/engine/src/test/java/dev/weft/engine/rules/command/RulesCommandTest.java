// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesCommandTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules",
        "rules --help",
        "rules chek rules.yaml",
        "rules check",
        "rules check rules.yaml",
        "rules check rules.yaml --classpath",
        "rules check rules.yaml --classpath=",
        "rules check --classpath classes",
        "rules check rules.yaml --verbose --classpath classes",
        "rules docs",
        "rules docs rules.yaml --classpath classes"
      })
  void wrongUsage_isOneLine(String command, @TempDir Path folder) {
    Application none = new Application(folder);

    assertThat(none.run(command.split(" "))).isEqualTo(2);
    assertThat(none.stdout).isEmpty();
    assertThat(none.err())
        .containsExactly(
            "usage: java -jar weft-javaagent.jar rules check <file or folder>..."
                + " --classpath <jars and folders> | rules docs <file or folder>...");
  }
}
