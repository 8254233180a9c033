// SPDX-License-Identifier: Apache-2.0
package dev.weft.jvms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that runs out of something sees the same as alone, and is observed afterwards. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "limits file descriptors by a shell")
class StarvingTest {
  /** Said by the JVM, whatever the agent, of a class that is loaded when there is no memory. */
  private static final String OF_THE_JVM = "*** java.lang.instrument ASSERTION FAILED ***";

  @ParameterizedTest
  @ValueSource(strings = {"/heap", "/full", "/stack", "/classes", "/files"})
  void application_recovers_andSoDoesTheAgent(String what) {
    // a heap that is full to the last byte is shared: by chance the agent's thread has just taken
    // the bytes that the application's own next call needs
    int attempts = what.equals("/full") ? 4 : 1;
    for (int i = 1; i < attempts; i++) {
      try {
        recovers(what);
        return;
      } catch (AssertionError again) {
        // what goes wrong each time is no chance
      }
    }
    recovers(what);
  }

  private static void recovers(String what) {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running alone = start(Jvm.create(), "");
        Running observed = start(exportingTo(receiver), "-javaagent:" + Jvm.jar())) {
      observed.order("GET /early");
      receiver.telemetry().takeSpan(span -> "/early".equals(span.attribute("url.path")));
      receiver.telemetry().awaitMetric("jvm.memory.used");
      List<String> orders = List.of("GET " + what, "GET /still", "GET /release", "GET /after");
      orders.forEach(observed::order);
      receiver.clear();
      receiver.telemetry().awaitMetric("jvm.memory.used");
      Outcome outcome = observed.order("GET /last").end();
      alone.order("GET /early");
      orders.forEach(alone::order);

      assertThat(outcome.stdout()).isEqualTo(alone.order("GET /last").end().stdout());
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.err())
          .filteredOn(line -> !line.startsWith(OF_THE_JVM))
          .hasSizeLessThanOrEqualTo(1)
          .allMatch(line -> line.startsWith("[weft] "));
      assertThat(receiver.telemetry().spans())
          .filteredOn(span -> "/last".equals(span.attribute("url.path")))
          .singleElement()
          .matches(RecordedSpan::isRoot);
    }
  }

  private static Jvm exportingTo(OtlpReceiver receiver) {
    return Jvm.create()
        .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint())
        .env("OTEL_BSP_SCHEDULE_DELAY", "10", "OTEL_METRIC_EXPORT_INTERVAL", "50")
        // a request whose thread had no memory left may never say how it ended
        .env("OTEL_BSP_EXPORT_TIMEOUT", "1000", "OTEL_METRIC_EXPORT_TIMEOUT", "1000");
  }

  private static Running start(Jvm jvm, String agent) {
    List<String> command = new ArrayList<>(List.of(Jvm.HOME.resolve("bin/java").toString()));
    if (!agent.isEmpty()) {
      command.add(agent);
    }
    command.addAll(List.of("-Xmx48m", "-XX:MaxMetaspaceSize=48m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), "example.Starving"));
    List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -n 100; exec \"$@\"", "sh"));
    limited.addAll(command);
    return jvm.execute(limited);
  }

  private static String classPath() {
    return Shops.applications().stream()
        .map(Object::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
