// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import dev.weft.benchmarks.Launch;
import dev.weft.benchmarks.Sink;
import dev.weft.benchmarks.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * In what state JVMs are started: of which JDK, and with which archive.
 *
 * @param folder for the archives, and other files
 */
record State(int feature, Path home, Archive archive, Path folder, Sink sink) {
  /**
   * A launch that finds its archive, if there is to be one. Where there is no usable one, the
   * launch does without, as one would: the option would cost it the JDK's own archive too.
   */
  Launch launch(Subject subject, String application) {
    Path file = file(subject, application);
    return launch(subject, Files.exists(file) ? archive.options(file) : List.of());
  }

  /** Whether a run under the subject has to write an archive. */
  boolean isTrainer(Subject subject) {
    return archive.isTrained() && archive.trainer(subject) == subject;
  }

  /** A launch that writes the archive. */
  Launch training(Subject subject, String application) throws IOException {
    Path file = file(subject, application);
    Files.deleteIfExists(file);
    return launch(subject, archive.training(file));
  }

  /** Makes the launches under the subject do without an archive. */
  void discard(Subject subject, String application) throws IOException {
    Files.deleteIfExists(file(subject, application));
  }

  /** How large the archive is; 0 if there is no usable one. */
  double megabytes(Subject subject, String application) throws IOException {
    Path file = file(subject, application);
    return Files.exists(file) ? Files.size(file) / 1e6 : 0;
  }

  private Launch launch(Subject subject, List<String> options) {
    return Launch.of(home, subject)
        .option(options.toArray(String[]::new))
        .sink(sink)
        .env("OTEL_BSP_SCHEDULE_DELAY", "100")
        .work(folder);
  }

  private Path file(Subject subject, String application) {
    String trainer = archive.trainer(subject).name();
    String name = String.join("-", application, trainer, String.valueOf(feature), archive.name());
    return folder.resolve(name.replace(' ', '-') + ".archive");
  }

  @Override
  public String toString() {
    return "JDK " + feature + ", " + archive.label();
  }
}
