// SPDX-License-Identifier: Apache-2.0
package dev.weft.jvms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpServer;
import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Run-time images that lack modules: what needs none of them is observed as ever. */
class CutDownTest {
  private static final String SQL = "java.sql";
  private static final String HTTP = "java.net.http";
  private static final String LOGGING = "java.logging";
  private static final String MANAGEMENT = "java.management";
  private static final String JDK_MANAGEMENT = "jdk.management";

  /** The JVM lets no agent in without this one. */
  private static final String INSTRUMENT = "java.instrument";

  private static HttpServer remote;
  @TempDir static Path folder;

  @BeforeAll
  static void open() throws IOException {
    remote = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    remote.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    remote.start();
  }

  @AfterAll
  static void close() {
    remote.stop(0);
  }

  @ParameterizedTest
  @MethodSource("images")
  void kiosk_isObserved_asFarAsItsModulesGo(int feature, Set<String> modules) {
    Path home = image(feature, modules);
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome alone = serve(kiosk(home).withoutAgent());

      Outcome observed =
          serve(kiosk(home).env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint()));

      assertThat(observed.stderr()).isEqualTo(alone.stderr()).isEmpty();
      assertThat(observed.stdout()).isEqualTo(alone.stdout()).contains("closed");
      assertThat(observed.exitCode()).isZero();
      RecordedSpan server = receiver.telemetry().takeSpan(span -> span.isRoot());
      assertThat(receiver.telemetry().spans())
          .filteredOn(span -> span.isChildOf(server))
          .extracting(RecordedSpan::name)
          .containsExactlyInAnyOrderElementsOf(calls(modules));
      assertThat(receiver.telemetry().spans()).hasSize(1 + calls(modules).size());
      assertThat(names(receiver.telemetry().metrics()))
          .contains("http.server.request.duration", "jvm.cpu.count", "jvm.thread.count")
          .matches(names -> names.contains("jvm.memory.used") == modules.contains(MANAGEMENT))
          .matches(names -> names.contains("jvm.cpu.time") == modules.contains(JDK_MANAGEMENT));
    }
  }

  static Stream<Arguments> images() {
    List<Arguments> images = new ArrayList<>();
    for (int feature : new int[] {17, 25}) {
      images.add(arguments(feature, Set.of(INSTRUMENT)));
      images.add(arguments(feature, Set.of(INSTRUMENT, SQL, HTTP, LOGGING)));
      images.add(arguments(feature, Set.of(INSTRUMENT, HTTP, LOGGING, MANAGEMENT, JDK_MANAGEMENT)));
      images.add(arguments(feature, Set.of(INSTRUMENT, SQL, LOGGING, MANAGEMENT)));
      images.add(arguments(feature, Set.of(INSTRUMENT, HTTP, MANAGEMENT, JDK_MANAGEMENT)));
    }
    return images.stream();
  }

  @Test
  void withoutInstrument_theJvmRefusesAnyAgent() {
    Path home = image(Runtime.version().feature(), Set.of(LOGGING));

    Outcome outcome = Shops.jvm(home).run("example.Hello");

    assertThat(outcome.stdout() + outcome.stderr())
        .contains("java.instrument")
        .doesNotContain("Hello", "[weft]");
  }

  private static List<String> calls(Set<String> modules) {
    List<String> calls = new ArrayList<>();
    if (modules.contains(SQL)) {
      calls.add("SELECT");
    }
    if (modules.contains(HTTP)) {
      calls.add("GET");
    }
    return calls;
  }

  private static Set<String> names(List<RecordedMetric> metrics) {
    Set<String> names = new TreeSet<>();
    metrics.forEach(metric -> names.add(metric.name()));
    return names;
  }

  private static Path image(int feature, Set<String> modules) {
    Path jdk = Jvm.home(feature);
    Path image = folder.resolve(feature + "-" + new TreeSet<>(modules).hashCode());
    Outcome linked = JdkTools.link(jdk, modules, image);
    assertThat(linked.exitCode()).as(linked.stdout() + linked.stderr()).isZero();
    return image;
  }

  private static Jvm kiosk(Path home) {
    return Shops.jvm(home)
        .option("-Dkiosk.database=jdbc:h2:mem:kiosk")
        .option("-Dkiosk.remote=http://127.0.0.1:" + remote.getAddress().getPort() + "/");
  }

  private static Outcome serve(Jvm jvm) {
    try (Running kiosk = jvm.start("example.Kiosk")) {
      return kiosk.order("GET /order").end();
    }
  }
}
