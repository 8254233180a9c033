// SPDX-License-Identifier: Apache-2.0
package dev.weft.jvms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that do with classes what else only agents do. */
class MeddlingTest {
  private static final int CLASSES = 50_000;
  private static final long ADDED_MILLIS = 5_000;
  private static final int URL_CLASS_LOADER = 8;

  /** The JVM puts every agent's jar on the class path, where its root can be seen. */
  private static final String OWN_FILES =
      "found jar:file:.*/weft-javaagent\\.jar!/META-INF/(LICENSE|MANIFEST\\.MF)";

  private static final String OWN_ENTRY =
      "entry weft-javaagent\\.jar|resource (META-INF|weft)/.*"
          + "|class \\d+ (dev/weft/bootstrap/|java/lang/Weft).*";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {8, 17, 26})
  void redefinedAndRetransformed_isObservedAsBefore(int feature) throws IOException {
    Path agent = folder.resolve("redefining.jar");
    Map<String, String> manifest =
        Map.of(
            "Premain-Class", "example.Redefining",
            "Can-Redefine-Classes", "true",
            "Can-Retransform-Classes", "true");
    Jars.write(agent, manifest, Map.of());
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running alone = meddling(feature, agent).withoutAgent().start("example.Redefining");
        Running observed =
            meddling(feature, agent)
                .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint())
                .start("example.Redefining")) {
      List<String> lines = List.of("GET /a", "redefine", "GET /b", "retransform", "GET /c");
      lines.forEach(alone::order);
      lines.forEach(observed::order);
      Outcome outcome = observed.end();

      assertThat(outcome.stderr()).isEmpty();
      assertThat(withoutTrace(outcome)).isEqualTo(withoutTrace(alone.end()));
      assertThat(outcome.out())
          .filteredOn(line -> line.matches("served re.*javax/servlet/http/HttpServlet.*"))
          .hasSize(feature > 8 ? 2 : 1); // what Java 8 transforms again it cannot verify
      int spans = feature > 8 ? 2 : 1;
      assertThat(receiver.telemetry().spans()).hasSize(3 * spans);
      assertThat(receiver.telemetry().spans())
          .filteredOn(RecordedSpan::isRoot)
          .extracting(span -> span.attribute("url.path"))
          .containsExactlyInAnyOrder("/a", "/b", "/c");
    }
  }

  private static Jvm meddling(int feature, Path agent) {
    Jvm jvm = Shops.jvm(Jvm.home(feature)).option("-javaagent:" + agent);
    return feature > 8 ? jvm.option("-Dshop.database=jdbc:h2:mem:shop") : jvm;
  }

  private static String withoutTrace(Outcome outcome) {
    return outcome.stdout().replaceAll("trace=[0-9a-f]*", "");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 17, 26})
  void scannedClassPath_isTheSame(int feature) {
    List<String> alone = scanned(Shops.jvm(Jvm.home(feature)).withoutAgent());

    List<String> observed = scanned(Shops.jvm(Jvm.home(feature)));

    String allowed = feature == URL_CLASS_LOADER ? OWN_FILES + "|" + OWN_ENTRY : OWN_FILES;
    List<String> more = new ArrayList<>(observed);
    alone.forEach(more::remove);
    observed.forEach(alone::remove);
    assertThat(alone).as("what is missing").isEmpty();
    assertThat(more).as("what was found").hasSizeGreaterThan(1).allMatch(l -> l.matches(allowed));
  }

  private static List<String> scanned(Jvm jvm) {
    Outcome outcome =
        jvm.env("OTEL_TRACES_EXPORTER", "none")
            .env("OTEL_METRICS_EXPORTER", "none")
            .env("OTEL_LOGS_EXPORTER", "none")
            .run("example.Scanning");
    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.out()).last().isEqualTo("scanned");
    assertThat(outcome.out())
        .anyMatch(line -> line.matches("class \\d+ javax/servlet/http/HttpServlet.class"))
        .anyMatch(line -> line.startsWith("service "));
    return new ArrayList<>(outcome.out());
  }

  @Test
  void fiftyThousandClasses_costLittleAndLeaveNothing() {
    Outcome alone = defining(Shops.jvm().withoutAgent());

    Outcome observed = defining(Shops.jvm());

    assertThat(observed.stderr()).isEmpty();
    assertThat(figure(observed, "millis") - figure(alone, "millis")).isLessThan(ADDED_MILLIS);
    for (String when : List.of("held", "released")) {
      assertThat(growth(observed, when) - growth(alone, when))
          .as("bytes that the agent keeps of the classes when they are " + when)
          .isLessThan(CLASSES * 8L);
    }
  }

  private static long growth(Outcome outcome, String when) {
    return figure(outcome, when) - figure(outcome, "before");
  }

  private static Outcome defining(Jvm jvm) {
    return jvm.option("-XX:+UseSerialGC", "-Xmx256m")
        .env("OTEL_TRACES_EXPORTER", "none")
        .env("OTEL_METRICS_EXPORTER", "none")
        .env("OTEL_LOGS_EXPORTER", "none")
        .run("example.Defining");
  }

  private static long figure(Outcome outcome, String name) {
    Matcher figure = Pattern.compile(name + "=(\\d+)").matcher(outcome.stdout());
    assertThat(figure.find()).as(outcome.stdout() + outcome.stderr()).isTrue();
    return Long.parseLong(figure.group(1));
  }
}
