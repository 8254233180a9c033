// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedClassesTest {
  @TempDir Path folder;

  @Test
  void archives_ofJdkAndApplication_areToldFromFiles() throws Exception {
    Path log = folder.resolve("classes.log");
    Files.write(
        log,
        List.of(
            "java.lang.Object source: shared objects file",
            "org.h2.Driver source: shared objects file (top)",
            "example.Shop source: file:/shop.jar",
            "example.Shop$$Lambda/0x0000 source: example.Shop"));

    assertThat(LoadedClasses.in(log)).isEqualTo(new LoadedClasses(4, 2));
  }
}
