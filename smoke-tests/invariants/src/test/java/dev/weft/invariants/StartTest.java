// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.weft.testkit.jvm.ClassLog;
import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Shops;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent starts without being noticed, or does not start at all. */
class StartTest {
  private static final String HELLO = "example.Hello";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"0", "3"})
  void hello_isTheSameWithAndWithout(String status) {
    Outcome alone = Shops.jvm().withoutAgent().run(HELLO, status);

    Outcome observed = Shops.jvm().run(HELLO, status);

    assertThat(observed.stdout()).isEqualTo(alone.stdout()).startsWith("Hello");
    assertThat(observed.stderr()).isEmpty();
    assertThat(observed.exitCode()).isEqualTo(Integer.parseInt(status));
  }

  @ParameterizedTest
  @MethodSource("waysToDisable")
  void disabled_loadsTheEntryOnly(Jvm jvm) {
    ClassLog log = new ClassLog(folder);

    Outcome outcome = jvm.option(log.option()).run(HELLO);

    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(log.ofAgent())
        .containsExactly("dev.weft.bootstrap.AgentPremain", "dev.weft.bootstrap.Launch");
  }

  static Stream<Arguments> waysToDisable() {
    return Stream.of(
        arguments(Shops.jvm().env("OTEL_JAVAAGENT_ENABLED", "false")),
        arguments(Shops.jvm().option("-Dotel.javaagent.enabled=false")),
        arguments(Shops.jvm().agentArguments("otel.javaagent.enabled=false")));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 17, 21, 25, 26})
  void premain_touchesNothingThatApplicationsConfigure(int feature) {
    Set<String> enabled = loaded(feature, "true");

    enabled.removeAll(loaded(feature, "false"));

    assertThat(enabled)
        .contains("dev.weft.engine.Agent")
        .noneMatch(name -> name.startsWith("java.util.logging."))
        .noneMatch(name -> name.startsWith("java.nio.file."))
        .noneMatch(name -> name.startsWith("javax.management.") || name.contains(".management."))
        .noneMatch(name -> name.startsWith("javax.net.") || name.startsWith("sun.security.ssl."))
        .noneMatch(name -> name.startsWith("dev.weft.shaded."))
        .noneMatch(
            name -> name.startsWith("jdk.internal.jimage.") || name.contains(".annotation."));
  }

  private Set<String> loaded(int feature, String enabled) {
    Jvm jvm =
        Shops.jvm(Jvm.home(feature)).env("OTEL_JAVAAGENT_ENABLED", enabled).option("-Xshare:off");
    if (feature == 8) {
      Pattern line = Pattern.compile("\\[Loaded (\\S+) from .*");
      return jvm.option("-verbose:class").run(HELLO).out().stream()
          .map(line::matcher)
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
    Path logs = folder.resolve(enabled);
    assertThat(logs.toFile().mkdir()).isTrue();
    ClassLog log = new ClassLog(logs);
    jvm.option(log.option()).run(HELLO);
    return log.names();
  }

  @Test
  void premain_leavesTheFirstUseOfEverythingToTheApplication() {
    List<Path> classPath = Shops.applications();
    classPath.add(Jvm.locationOf(LateApplication.class.getName()));

    Outcome outcome =
        Shops.jvm()
            .classPath(classPath)
            .option(LateApplication.options())
            .run(LateApplication.class.getName());

    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.out())
        .containsExactly(
            "file system in time", "log manager in time", "MBean server in time", "end");
  }

  @ParameterizedTest
  @CsvSource({"otlp,true", "none,false"})
  void logging_isWovenWhereRecordsGoSomewhere(String exporter, boolean woven) {
    ClassLog log = new ClassLog(folder);
    List<Path> classPath = Shops.applications();
    classPath.add(Jvm.locationOf("example.Endurance"));

    Outcome outcome =
        Shops.jvm()
            .classPath(classPath)
            .env("OTEL_LOGS_EXPORTER", exporter)
            .option(log.option())
            .run("example.Endurance", "logs", "10");

    assertThat(outcome.exitCode()).isZero();
    assertThat(log.ofAgent().stream().anyMatch(name -> name.startsWith("dev.weft.javautillogging")))
        .isEqualTo(woven);
  }

  /** The JVM takes a millisecond for each, and the application waits. */
  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void weaving_makesNoLambdas_untilSomethingIsExported(int feature) {
    ClassLog log = new ClassLog(folder);
    List<Path> classPath = Shops.applications();
    classPath.add(Jvm.locationOf("example.Endurance"));

    Outcome outcome =
        Shops.jvm(Jvm.home(feature))
            .classPath(classPath)
            .env("OTEL_TRACES_EXPORTER", "none")
            .env("OTEL_METRICS_EXPORTER", "none")
            .env("OTEL_LOGS_EXPORTER", "otlp")
            .option(log.option())
            .run("example.Endurance", "logs", "10");

    assertThat(outcome.exitCode()).isZero();
    assertThat(log.ofAgent()).contains("dev.weft.engine.weave.AdviceCallSite");
    assertThat(log.lambdasOfAgent())
        .noneMatch(name -> name.startsWith("dev.weft.engine.weave."))
        .noneMatch(name -> name.startsWith("dev.weft.api."))
        .noneMatch(name -> name.startsWith("dev.weft.javautillogging."));
  }

  @Test
  void unsupportedJvm_isToldInOneLine() {
    String pretender = Jars.agent(folder.resolve("pretender.jar"), Pretender.class);

    Outcome outcome = Shops.jvm().before("-javaagent:" + pretender + "=1.7").run(HELLO);

    assertThat(outcome.err())
        .containsExactly(
            "[weft] Java 1.7 is not supported: Weft needs Java 8 or later; not started");
    assertThat(outcome.stdout()).startsWith("Hello");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void startedTwice_saysSoOnce() {
    Outcome outcome = Shops.jvm().option("-javaagent:" + Jvm.jar()).run(HELLO);

    assertThat(outcome.err())
        .containsExactly("[weft] already running in this JVM: the second start is ignored");
    assertThat(outcome.stdout()).startsWith("Hello");
  }

  @Test
  void jarItself_printsVersionAndUsage() {
    Outcome outcome = Shops.jvm().runJar(Jvm.jar());

    assertThat(outcome.stdout()).containsPattern("Weft \\d").contains("Usage: java -javaagent:");
    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
  }
}
