// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.ClassLog;
import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An AOT cache that is trained with the agent, as the documentation says, serves both. */
class TrainedCacheTest {
  private static final int SPANS = 3 * Errands.EACH;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {25, 26})
  void errandsOnVirtualThreads_areAllRunAndRecorded(int feature) throws IOException {
    Path jar = jar(Errands.class, ErrandDriver.class);
    ClassLog log = new ClassLog(folder);
    String cache = folder.resolve("errands.aot").toString();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome training = run(errands(feature, jar, receiver).option("-XX:AOTCacheOutput=" + cache));
      receiver.clear();

      Outcome outcome =
          run(errands(feature, jar, receiver).option("-XX:AOTCache=" + cache, log.option()));

      assertThat(training.out()).containsAll(answers());
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.stderr()).isEmpty();
      assertThat(outcome.out()).containsExactlyInAnyOrderElementsOf(answers());
      assertThat(receiver.telemetry().spans()).hasSize(SPANS);
      assertThat(receiver.telemetry().spans())
          .extracting(RecordedSpan::name)
          .containsOnly("GET", "SELECT");
    }
    assertThat(log.shared("dev.weft.invariants.")).contains("dev.weft.invariants.Errands");
    assertOwnClassesAreShared(log);
  }

  /** Java 26 leaves out of a cache what it verified against woven classes: here a servlet. */
  @ParameterizedTest
  @ValueSource(ints = {25, 26})
  void answersThatComeLate_areAllGivenAndRecordedToTheirEnd(int feature) throws IOException {
    Path jar = jar(LateAnswers.class);
    ClassLog log = new ClassLog(folder);
    String cache = folder.resolve("late.aot").toString();
    String main = LateAnswers.class.getName();
    List<String> answers =
        IntStream.range(0, LateAnswers.ANSWERS).mapToObj(i -> "/late/" + i).toList();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Jvm trainer = late(feature, jar, receiver).option("-XX:AOTCacheOutput=" + cache);
      Outcome training = trainer.run(main);
      receiver.clear();

      Outcome outcome =
          late(feature, jar, receiver).option("-XX:AOTCache=" + cache, log.option()).run(main);

      assertThat(training.out()).containsAll(answers);
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.err()).noneMatch(line -> line.contains("[weft]"));
      assertThat(outcome.out()).containsExactlyElementsOf(answers);
      assertThat(receiver.telemetry().spans())
          .hasSize(LateAnswers.ANSWERS)
          .allSatisfy(TrainedCacheTest::assertIsOfLateAnswer);
    }
    if (feature == 25) {
      assertThat(log.shared("dev.weft.invariants.")).contains(main);
      assertOwnClassesAreShared(log);
    }
  }

  private static void assertIsOfLateAnswer(RecordedSpan span) {
    assertThat(span.name()).isEqualTo("GET /late/*");
    assertThat(span.kind()).isEqualTo(RecordedSpan.Kind.SERVER);
    assertThat(span.attribute("http.response.status_code")).isEqualTo(202L);
    assertThat(span.duration()).isGreaterThanOrEqualTo(Duration.ofMillis(LateAnswers.MILLIS));
  }

  private static Jvm late(int feature, Path jar, OtlpReceiver receiver) {
    return Jvm.in(Jvm.home(feature))
        .classPath(
            List.of(
                jar,
                Jvm.locationOf("org.apache.catalina.startup.Tomcat"),
                Jvm.locationOf("jakarta.annotation.PostConstruct")))
        .env("OTEL_METRICS_EXPORTER", "none")
        .env("OTEL_LOGS_EXPORTER", "none")
        .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
  }

  /** All but the entry point, and few that the JVM had not linked in training. */
  private static void assertOwnClassesAreShared(ClassLog log) {
    Set<String> own = log.ofAgent();
    own.removeIf(name -> name.startsWith("dev.weft.invariants."));
    Set<String> shared = new TreeSet<>(own);
    shared.retainAll(log.shared("dev.weft."));
    assertThat(shared).contains("dev.weft.engine.Agent").hasSizeGreaterThan(own.size() * 9 / 10);
  }

  private static Outcome run(Jvm jvm) {
    return jvm.run(Errands.class.getName());
  }

  private static Jvm errands(int feature, Path jar, OtlpReceiver receiver) {
    return Jvm.in(Jvm.home(feature))
        .classPath(List.of(jar, Jvm.locationOf("org.h2.Driver")))
        .option("-Djdbc.drivers=" + ErrandDriver.class.getName())
        .env("OTEL_METRICS_EXPORTER", "none")
        .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
  }

  /** Only classes from jars are put into caches. */
  private Path jar(Class<?>... nestHosts) {
    return Jars.of(folder.resolve("application.jar"), Map.of(), nestHosts);
  }

  private static List<String> answers() {
    return Stream.of("/waited/", "/later/", "/looked-up/")
        .flatMap(path -> IntStream.range(0, Errands.EACH).mapToObj(i -> path + i))
        .toList();
  }
}
