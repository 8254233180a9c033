// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plain processes instead of containers: the same commands and variables, with paths under a folder
 * instead of the root.
 */
final class ProcessNode implements Node {
  private final Path root;
  private final Path agentVolume;
  private final Volumes volumes;

  ProcessNode(Path root, Volumes volumes) throws IOException {
    this.root = root;
    this.volumes = volumes;
    this.agentVolume = Files.createDirectories(root.resolve("volume"));
  }

  @Override
  public Running start(Container container, Map<String, String> environment) {
    Map<String, String> paths = paths(container);
    if (container.isApplication()) {
      Jvm jvm = Shops.withDatabase().withoutAgent();
      environment.forEach((name, value) -> jvm.env(name, moved(value, paths)));
      return jvm.start("example.Shop");
    }
    List<String> command =
        container.command().stream()
            .map(word -> word.equals("/javaagent.jar") ? Jvm.jar() : moved(word, paths))
            .toList();
    return Jvm.create().execute(command);
  }

  /** Where what the container sees is on this machine; of two paths the longer one first. */
  private Map<String, String> paths(Container container) {
    Map<String, String> paths =
        new TreeMap<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(String::compareTo));
    container.mounts().forEach((volume, path) -> paths.put(path, mounted(volume, path)));
    if (container.image().startsWith("ex/")) {
      String folder = volumes.ofExtension(container).toString();
      paths.put("/" + folder.substring(folder.lastIndexOf('/') + 1), folder);
    }
    return paths;
  }

  private String mounted(String volume, String path) {
    if (!volume.equals(Container.AGENT_VOLUME)) {
      return volumes.named(volume).toString();
    }
    Path link = root.resolve(path.substring(1));
    try {
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, agentVolume);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return link.toString();
  }

  private static String moved(String text, Map<String, String> paths) {
    String moved = text;
    for (Map.Entry<String, String> path : paths.entrySet()) {
      // a path begins after '=' or ':' or with the text, so that what was moved is not moved again
      moved =
          moved.replaceAll(
              "(^|[=: ])" + java.util.regex.Pattern.quote(path.getKey()) + "(?=[/ ]|$)",
              "$1" + java.util.regex.Matcher.quoteReplacement(path.getValue()));
    }
    return moved;
  }

  @Override
  public void close() {}
}
