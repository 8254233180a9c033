// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.stub;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The class path of what is measured: this process's, without the parts of Weft that its tests
 * bring along. They would stand before the agent's own.
 */
public final class ApplicationClassPath {
  private ApplicationClassPath() {}

  /** Returns its entries. */
  public static List<Path> entries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> !isWeft(entry))
        .toList();
  }

  /** Returns it as one text. */
  public static String text() {
    return entries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isWeft(Path entry) {
    String path = entry.toAbsolutePath().toString();
    return path.contains("/bootstrap/target/") || path.contains("/agent/");
  }
}
