// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ParityPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "parity.md");
  private static final String COMMAND =
      "mvn -q verify -pl smoke-tests/parity -am -Dtest=ParityPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dweft.update";

  @Test
  void page_inDocs_isUpToDate() throws IOException {
    String rendered =
        ParityPage.render(System.getProperty("reference.version"), DifferencesFile.read());

    if (System.getProperty("weft.update") != null) {
      Files.writeString(PAGE, rendered);
    }

    assertThat(PAGE).as("Write it by: %s", COMMAND).exists();
    assertThat(Files.readString(PAGE))
        .as("docs/parity.md differs from differences.yaml. Rewrite it by: %s", COMMAND)
        .isEqualTo(rendered);
  }
}
