// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds a test class to the {@code telemetry.yaml} of its folder: whatever it records must be
 * listed. What it recorded is left in {@code target/telemetry}, so that whoever knows all test
 * classes can ask whether everything that is listed was recorded.
 *
 * <p>With {@code -Dtelemetry.update} what is missing is written into the file instead.
 */
final class TelemetryPromise {
  private static final Path FILE = Path.of("telemetry.yaml");
  private static final Path RECORDED = Path.of("target", "telemetry");
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long STEP_NANOS = 10_000_000;

  private final RecordedFacts recorded = new RecordedFacts();

  /** Returns whether this JVM tests an instrumentation, in whose folder Surefire runs. */
  static boolean isGiven() {
    return Files.exists(FILE);
  }

  /** Takes note of what came in during a test. */
  void note(RecordedTelemetry telemetry) {
    recorded.add(telemetry);
  }

  /** Compares, after all tests of a class. Does nothing where there is no file. */
  void check(Class<?> test, RecordedTelemetry telemetry) {
    if (!isGiven()) {
      return;
    }
    try {
      TelemetryFile file = TelemetryFile.read(FILE);
      if (!file.metrics().isEmpty()) {
        awaitExport(telemetry);
      }
      recorded.add(telemetry);
      compare(test, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(Class<?> test, TelemetryFile file) throws IOException {
    SortedSet<Fact> facts = recorded.take();
    Files.createDirectories(RECORDED);
    List<String> lines = facts.stream().map(Fact::toString).toList();
    Files.write(RECORDED.resolve(test.getName() + ".txt"), lines);
    facts.removeAll(file.facts());
    if (System.getProperty("telemetry.update") != null && !facts.isEmpty()) {
      facts.forEach(file::add);
      file.write();
      return;
    }
    assertThat(facts)
        .as(
            "%s recorded what telemetry.yaml does not list."
                + " Add it, or run the tests with -Dtelemetry.update",
            test.getSimpleName())
        .isEmpty();
  }

  /** A metric is sent with the next export; all that exist by then arrive together. */
  private static void awaitExport(RecordedTelemetry telemetry) {
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (telemetry.metrics().stream().anyMatch(metric -> isLaterThan(now, metric))) {
        return;
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private static boolean isLaterThan(long epochNanos, RecordedMetric metric) {
    return metric.points().stream().anyMatch(point -> point.endNanos() > epochNanos);
  }
}
