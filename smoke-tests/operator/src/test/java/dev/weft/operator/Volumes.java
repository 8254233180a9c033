// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import dev.weft.testkit.jvm.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What pods find in volumes and images that are not the agent's: files on this machine. */
final class Volumes {
  private final Path folder;

  private Volumes(Path folder) {
    this.folder = folder;
  }

  /** Makes all of them. */
  static Volumes in(Path folder, MutualTls tls) throws IOException {
    for (String name : new String[] {"ex0", "ex1"}) {
      Path jars = Files.createDirectories(folder.resolve(name));
      Jars.agent(jars.resolve(name + ".jar"), OtherAgent.class);
    }
    Files.createDirectories(folder.resolve("ex2")); // an extension's image with nothing in it
    Jars.agent(
        Files.createDirectories(folder.resolve("other-agent")).resolve("other.jar"),
        OtherAgent.class);
    tls.write(Files.createDirectories(folder.resolve("tls")));
    return new Volumes(folder);
  }

  /** Returns the folder or file behind the name of a volume. */
  Path named(String volume) {
    if (volume.startsWith("file-")) {
      return folder.resolve("tls").resolve(volume.substring("file-".length()));
    }
    return folder.resolve(volume.startsWith("otel-auto-") ? "tls" : volume);
  }

  /** Returns what an extension's image has in its folder. */
  Path ofExtension(Container container) {
    return folder.resolve("ex" + container.image().substring("ex/ex:".length()));
  }
}
