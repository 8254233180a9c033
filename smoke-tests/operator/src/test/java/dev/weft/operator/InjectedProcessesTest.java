// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** The Operator's pods without an engine. */
class InjectedProcessesTest extends InjectedPodContract {
  @BeforeEach
  void assumeUnix() {
    Assumptions.assumeTrue(File.separatorChar == '/', "no command cp, as pods have it, on Windows");
  }

  @Override
  Node node() throws IOException {
    return new ProcessNode(folder, volumes);
  }
}
