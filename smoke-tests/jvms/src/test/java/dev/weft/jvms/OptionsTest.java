// SPDX-License-Identifier: Apache-2.0
package dev.weft.jvms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes how a JVM verifies, runs, collects or forbids. */
class OptionsTest {
  private static final int NEWEST = 26;

  @ParameterizedTest
  @MethodSource("options")
  void option_changesNothing(int feature, String options) {
    Path home = Jvm.home(feature);
    List<String> words = Arrays.asList(options.split(" ", -1));
    assumeTrue(knows(home, words), () -> home + " knows no " + options);

    new Shopping(home, feature > 8, words).assertObserved();
  }

  static Stream<Arguments> options() {
    List<Arguments> options = new ArrayList<>();
    for (int feature : new int[] {17, NEWEST}) {
      for (String words :
          List.of(
              "-XX:+UnlockDiagnosticVMOptions -XX:+BytecodeVerificationLocal"
                  + " -XX:+BytecodeVerificationRemote",
              "-XX:TieredStopAtLevel=4 -XX:+UseG1GC",
              "-Xint -XX:+UseSerialGC",
              "-Xcomp -XX:CompileCommand=quiet -XX:CompileCommand=compileonly,*.service",
              "-XX:+UseParallelGC",
              "-XX:+UseZGC",
              "-XX:+UseShenandoahGC")) {
        options.add(arguments(feature, words));
      }
    }
    options.add(arguments(8, "-Xverify:all"));
    options.add(arguments(8, "-XX:+UseConcMarkSweepGC"));
    options.add(arguments(11, "-Xverify:all --illegal-access=deny"));
    options.add(arguments(17, "-Xshare:on"));
    options.add(arguments(25, "-XX:+UseCompactObjectHeaders -Xshare:on"));
    options.add(
        arguments(
            NEWEST,
            "--sun-misc-unsafe-memory-access=deny --illegal-native-access=deny"
                + " --illegal-final-field-mutation=deny"));
    return options.stream();
  }

  /**
   * A JVM that checks JNI warns of the JDK's own list of loaded classes, for every agent that asks
   * for it; there is nothing else to warn of.
   */
  @ParameterizedTest
  @ValueSource(ints = {8, 17, NEWEST})
  void checkedJni_findsNothingOfTheAgents(int feature) {
    try (Running shop =
        Shops.jvm(Jvm.home(feature))
            .option("-Xcheck:jni")
            .env("OTEL_TRACES_EXPORTER", "console")
            .env("OTEL_METRICS_EXPORTER", "none", "OTEL_LOGS_EXPORTER", "none")
            .start("example.Shop")) {
      Outcome outcome = shop.orders(2, "GET /orders").end();

      assertThat(outcome.out()).last().isEqualTo("closed");
      assertThat(outcome.err()).hasSize(2).allMatch(line -> line.startsWith("[weft] span 'GET'"));
      List<String> out = outcome.out();
      for (int i = 0; i < out.size(); i++) {
        if (out.get(i).startsWith("WARNING")) {
          assertThat(out.get(i + 1)).contains("InstrumentationImpl.getAllLoadedClasses0");
        }
      }
    }
  }

  private static boolean knows(Path home, List<String> options) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(options);
    command.add("-version");
    try (Running asked = Jvm.in(home).execute(command)) {
      return asked.end().exitCode() == 0;
    }
  }
}
