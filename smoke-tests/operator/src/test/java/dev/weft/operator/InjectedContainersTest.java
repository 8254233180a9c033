// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** The Operator's pods in real containers, the agent out of its image. */
class InjectedContainersTest extends InjectedPodContract {
  private static final String IMAGE = "weft-javaagent-injected-test";

  /**
   * A Java that needs no file beside its own, unlike one of Debian's packages; made when needed.
   */
  private static @Nullable Path java;

  @BeforeEach
  void assumeEngine() throws IOException {
    Docker.assumeEngine(AgentImage.BASE, DockerNode.APPLICATION);
    if (java == null) {
      AgentImage.build(IMAGE);
      java = runtime(shared.resolve("java"));
    }
  }

  @AfterAll
  static void removeImage() {
    if (java != null) {
      Docker.run("rmi", IMAGE);
    }
  }

  private static Path runtime(Path folder) {
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseGet(() -> Assumptions.abort("the Java of this test is no JDK: no jlink"));
    String modules = "java.se,jdk.unsupported,jdk.crypto.ec";
    int exitCode =
        jlink.run(System.out, System.err, "--add-modules", modules, "--output", folder.toString());
    assertThat(exitCode).isZero();
    return folder;
  }

  @Override
  Node node() {
    return new DockerNode(IMAGE, java, volumes);
  }
}
