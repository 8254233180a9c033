// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an application does that is new each time, the agent does not grow with it. */
class EnduranceTest {
  /**
   * What the queue of spans, half full or full, and the classes of a first export may differ by.
   */
  private static final long TOLERATED_KILOBYTES = 6_000;

  @ParameterizedTest
  @CsvSource({
    "17, texts, 1000000",
    "17, tables, 100000",
    "17, urls, 1000000",
    "17, methods, 300000",
    "17, threads, 50000",
    "17, loaders, 200",
    "21, virtual, 300000"
  })
  void heap_doesNotGrow(int feature, String what, String times) {
    Outcome outcome = run(withoutCollector(feature), what, times);

    assertThat(outcome.exitCode()).as(outcome.stderr()).isZero();
    assertThat(outcome.err()).allMatch(line -> line.contains("were not delivered"));
    assertThat(numbers(outcome, what)).singleElement().satisfies(EnduranceTest::isTolerable);
    assertThat(numbers(outcome, "loaders-left")).allMatch(left -> left <= 3);
  }

  @Test
  void logRecords_thatNobodyTakes_areNotKept() {
    Jvm jvm = withoutCollector(17).env("OTEL_BLRP_EXPORT_TIMEOUT", "100");

    Outcome outcome = run(jvm, "logs", "2000000");

    assertThat(outcome.exitCode()).as(outcome.stderr()).isZero();
    assertThat(outcome.err())
        .isNotEmpty()
        .allMatch(line -> line.contains("log records were not delivered"));
    assertThat(numbers(outcome, "logs")).singleElement().satisfies(EnduranceTest::isTolerable);
  }

  private static Jvm withoutCollector(int feature) {
    List<Path> classPath = new ArrayList<>(Shops.applications());
    classPath.add(Jvm.locationOf("example.Endurance"));
    return Shops.jvm(Jvm.home(feature))
        .classPath(classPath)
        .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:1")
        .option("-Xmx256m", "-XX:+UseSerialGC");
  }

  private static void isTolerable(long kilobytes) {
    assertThat(kilobytes).as("kB more").isLessThan(TOLERATED_KILOBYTES);
  }

  private static Outcome run(Jvm jvm, String what, String times) {
    try (Running running = jvm.start("example.Endurance", what, times)) {
      return running.awaitOut(what + " ").end();
    }
  }

  private static List<Long> numbers(Outcome outcome, String name) {
    Stream<String> lines = outcome.out().stream().filter(line -> line.startsWith(name + " "));
    return lines.map(line -> Long.parseLong(line.substring(name.length() + 1))).toList();
  }
}
