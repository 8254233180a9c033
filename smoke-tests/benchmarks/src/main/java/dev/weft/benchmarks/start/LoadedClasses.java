// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How many classes a JVM has loaded, hidden ones included, from its own log. Writing that takes
 * time, so nothing else is measured of such a JVM.
 *
 * @param archived those that came from an archive, the JDK's own included
 */
record LoadedClasses(long all, long archived) {
  private static final String SOURCE = " source: ";

  /** The option that makes a JVM write the log. */
  static String option(Path log) {
    return "-Xlog:class+load:file=" + log + ":none:filecount=0";
  }

  static LoadedClasses in(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      long[] counts = new long[2];
      lines
          .filter(line -> line.contains(SOURCE))
          .forEach(
              line -> {
                counts[0]++;
                counts[1] += line.contains(SOURCE + "shared objects file") ? 1 : 0;
              });
      return new LoadedClasses(counts[0], counts[1]);
    }
  }
}
