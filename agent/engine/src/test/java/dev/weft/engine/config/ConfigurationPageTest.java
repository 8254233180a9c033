// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
  // Surefire runs tests in the folder of the module.
  private static final Path PAGE = Path.of("..", "..", "docs", "configuration.md");
  private static final String COMMAND =
      "mvn -q test -pl agent/engine -am -Dtest=ConfigurationPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dweft.update";

  @Test
  void page_inDocs_isUpToDate() throws IOException {
    String rendered = ConfigurationPage.render();

    if (System.getProperty("weft.update") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, rendered);
    }

    assertThat(PAGE).as("Write it by: %s", COMMAND).exists();
    assertThat(Files.readString(PAGE))
        .as("docs/configuration.md differs from the table of settings. Rewrite it by: %s", COMMAND)
        .isEqualTo(rendered);
  }
}
