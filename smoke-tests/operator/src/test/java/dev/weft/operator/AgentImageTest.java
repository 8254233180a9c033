// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Operator expects of an image for Java. */
class AgentImageTest {
  private static final String IMAGE = "weft-javaagent-image-test";

  private static boolean built;

  @BeforeEach
  void build() throws IOException {
    Docker.assumeEngine(AgentImage.BASE);
    if (!built) {
      AgentImage.build(IMAGE, "--build-arg", "VERSION=1.2.3");
      built = true;
    }
  }

  @AfterAll
  static void remove() {
    if (built) {
      Docker.run("rmi", IMAGE);
    }
  }

  @Test
  void jar_isTheShippedOneAndReadableByAnybody() throws Exception {
    String sum = HexFormat.of().formatHex(sha256(Files.readAllBytes(Path.of(Jvm.jar()))));

    assertThat(runAs("12345", "sha256sum", "/javaagent.jar")).startsWith(sum);
    assertThat(runAs("12345", "ls", "-ln", "/javaagent.jar")).matches("-r.-r..r..\\s+1 0 +0 .*");
  }

  @Test
  void image_saysWhatItIsAndRunsAsNobodySpecial() {
    assertThat(inspect(IMAGE, "{{.Config.User}}")).matches("[1-9][0-9]*:[1-9][0-9]*");
    assertThat(inspect(IMAGE, "{{json .Config.Labels}}"))
        .contains("\"org.opencontainers.image.title\":\"Weft\"")
        .contains("\"org.opencontainers.image.licenses\":\"Apache-2.0\"")
        .contains("\"org.opencontainers.image.version\":\"1.2.3\"");
  }

  @Test
  void image_addsOneFileToItsBase() {
    int layersOfBase = Integer.parseInt(inspect(AgentImage.BASE, "{{len .RootFS.Layers}}"));
    long sizeOfBase = Long.parseLong(inspect(AgentImage.BASE, "{{.Size}}"));

    assertThat(Integer.parseInt(inspect(IMAGE, "{{len .RootFS.Layers}}")))
        .isLessThanOrEqualTo(layersOfBase + 1);
    assertThat(Long.parseLong(inspect(IMAGE, "{{.Size}}")) - sizeOfBase)
        .isEqualTo(Path.of(Jvm.jar()).toFile().length());
  }

  /** The base is an empty image for that platform: whatever had to be run would fail. */
  @Test
  void sameDockerfile_buildsForAnotherPlatform(@TempDir Path folder) throws Exception {
    String platform = "arm64".equals(inspect(IMAGE, "{{.Architecture}}")) ? "amd64" : "arm64";
    String base = "weft-empty-base-test";
    String image = "weft-javaagent-" + platform + "-test";
    Docker.run("load", "-i", emptyImage(folder, base, platform).toString());
    try {
      AgentImage.build(image, "--platform", "linux/" + platform, "--build-arg", "BASE=" + base);
      try {
        assertThat(inspect(image, "{{.Os}}/{{.Architecture}}")).isEqualTo("linux/" + platform);
        String container = Docker.run("create", image, "cp");
        try {
          Path copy = folder.resolve("copy.jar");
          Docker.run("cp", container + ":/javaagent.jar", copy.toString());
          assertThat(copy).hasSameBinaryContentAs(Path.of(Jvm.jar()));
        } finally {
          Docker.run("rm", container);
        }
      } finally {
        Docker.run("rmi", image);
      }
    } finally {
      Docker.run("rmi", base);
    }
  }

  private static String runAs(String user, String... command) {
    List<String> words =
        new java.util.ArrayList<>(List.of("run", "--rm", "--read-only", "--network", "none"));
    words.addAll(List.of("--user", user, IMAGE));
    words.addAll(List.of(command));
    return Docker.run(words.toArray(new String[0]));
  }

  private static String inspect(String image, String format) {
    return Docker.run("image", "inspect", image, "--format", format);
  }

  /** What {@code docker save} makes of an image without a file. */
  private static Path emptyImage(Path folder, String name, String architecture)
      throws IOException, GeneralSecurityException {
    byte[] layer = new byte[1024]; // the end of a tar file
    String config =
        """
        {"architecture": "%s", "os": "linux", "config": {},
         "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}
        """
            .formatted(architecture, HexFormat.of().formatHex(sha256(layer)));
    String manifest =
        """
        [{"Config": "config.json", "RepoTags": ["%s:latest"], "Layers": ["layer.tar"]}]
        """
            .formatted(name);
    Files.writeString(folder.resolve("config.json"), config);
    Files.writeString(folder.resolve("manifest.json"), manifest);
    Files.write(folder.resolve("layer.tar"), layer);
    Path image = folder.resolve("image.tar");
    List<String> tar = List.of("tar", "-cf", image.toString(), "-C", folder.toString());
    List<String> files = List.of("config.json", "manifest.json", "layer.tar");
    List<String> command = Stream.concat(tar.stream(), files.stream()).toList();
    try (Running running = Jvm.create().execute(command)) {
      assertThat(running.end().exitCode()).isZero();
    }
    return image;
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}
