// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import dev.weft.benchmarks.Launch;
import dev.weft.benchmarks.Sink;
import dev.weft.benchmarks.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * In what state JVMs are started: of which JDK, and with which archive.
 *
 * @param folder for the archives, and other files
 */
record State(int feature, Path home, Archive archive, Path folder, Sink sink) {
  /** A launch that finds its archive, if there is to be one. */
  Launch launch(Subject subject, String application) {
    return launch(subject, archive.options(file(subject, application)));
  }

  /** A launch that writes the archive. */
  Launch training(Subject subject, String application) throws IOException {
    Files.deleteIfExists(file(subject, application));
    return launch(subject, archive.training(file(subject, application)));
  }

  private Launch launch(Subject subject, List<String> options) {
    return Launch.of(home, subject)
        .option(options.toArray(String[]::new))
        .sink(sink)
        .env("OTEL_BSP_SCHEDULE_DELAY", "100")
        .work(folder);
  }

  private Path file(Subject subject, String application) {
    List<String> name = new ArrayList<>();
    name.addAll(List.of(application, subject.name(), String.valueOf(feature), archive.name()));
    return folder.resolve(String.join("-", name) + ".archive");
  }

  @Override
  public String toString() {
    return "JDK " + feature + ", " + archive.label();
  }
}
