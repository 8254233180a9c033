// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedPoint;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong in the agent, the application and the other instrumentations go on. */
class FaultTest {
  private static final String SHOP = "example.Shop";

  @TempDir Path folder;

  @Test
  void throwingAdvice_isReportedOnceAndSwitchedOff() {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop = Shops.sendingTo(receiver).start(SHOP)) {
      shop.order("broken").awaitErr("swallowed");
      shop.orders(8, "broken").order("GET /while-on");
      shop.order("broken").awaitErr("switched off").orders(5, "broken").order("GET /after");

      Outcome outcome = shop.end();

      assertThat(outcome.out()).filteredOn(line -> line.startsWith("served")).hasSize(17);
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.err()).hasSize(2).allMatch(line -> line.startsWith("[weft] servlet: "));
      assertThat(outcome.err().get(0)).contains("IllegalStateException: this request was recycled");
      assertThat(outcome.err().get(1)).isEqualTo("[weft] servlet: switched off after 10 faults");
      List<RecordedSpan> spans = receiver.telemetry().spans();
      assertThat(spans).filteredOn(span -> span.name().equals("SELECT")).hasSize(17);
      assertThat(spans).filteredOn(span -> span.name().equals("GET")).hasSize(1);
      assertThat(spans).filteredOn(span -> !span.isRoot()).hasSize(1);
      RecordedPoint faults =
          receiver.telemetry().awaitMetric("weft.faults", any -> true).points().get(0);
      assertThat(faults.attributes()).containsExactly(Map.entry("source", "servlet"));
      assertThat(faults.requireValue().longValue()).isEqualTo(10);
    }
  }

  @Test
  void throwingCallback_isKeptFromItsCaller() {
    List<Path> classPath = Shops.applications();
    classPath.add(Jvm.locationOf("example.Callbacks"));
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome outcome =
          Shops.sendingTo(receiver).classPath(classPath).run("example.Callbacks", "12");

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out())
          .hasSize(12)
          .startsWith("listeners called: 1")
          .allMatch(line -> line.startsWith("listeners called: "));
      assertThat(outcome.err())
          .hasSize(2)
          .first()
          .asString()
          .startsWith("[weft] servlet: a fault in ")
          .contains("was swallowed: java.lang.IllegalStateException: recycled");
    }
  }

  @Test
  void switchedOffDuringARequest_leavesNoSpanBehind() {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop = Shops.sendingTo(receiver).start(SHOP)) {
      shop.orders(10, "include broken").order("GET /around").order("GET /after");

      Outcome outcome = shop.end();

      assertThat(outcome.err()).hasSize(2);
      assertThat(receiver.telemetry().spans())
          .filteredOn(span -> span.name().equals("GET"))
          .singleElement()
          .extracting(span -> span.attribute("url.path"))
          .isEqualTo("/around");
      assertThat(receiver.telemetry().spans())
          .filteredOn(span -> span.name().equals("SELECT") && span.isRoot())
          .as("the query of the request after, around which there is no span")
          .hasSize(1);
    }
  }

  @Test
  void unservedLibrary_isReportedOnceAndNotWoven() {
    List<Path> classPath = Shops.applications();
    classPath.remove(Jvm.locationOf("javax.servlet.Servlet"));
    classPath.add(OldServletApi.compile(folder));

    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop = Shops.sendingTo(receiver).classPath(classPath).start(SHOP)) {
      Outcome outcome = shop.orders(3, "GET /orders").end();

      assertThat(outcome.out()).contains("served GET /orders", "closed");
      assertThat(outcome.err())
          .singleElement()
          .asString()
          .startsWith("[weft] servlet: not woven in ")
          .contains(": the library has no javax.servlet.")
          .endsWith("; served: Servlet 3.1 to 6.0 (javax.servlet and jakarta.servlet)");
      assertThat(receiver.telemetry().spans())
          .extracting(RecordedSpan::name)
          .containsExactly("SELECT", "SELECT", "SELECT");
    }
  }

  @Test
  void debug_explainsWhatWasAskedFor() {
    String asked = "javax.servlet.http.HttpServlet,example.OrderStatement,example.Shop";
    Outcome outcome;
    try (Running shop = Shops.silent().option("-Dweft.debug=" + asked).start(SHOP)) {
      outcome = shop.order("GET /orders").end();
    }

    assertThat(outcome.err())
        .hasSize(3)
        .anyMatch(line -> line.contains("HttpServlet") && line.contains("servlet weaves dev.weft."))
        .anyMatch(line -> line.contains("OrderStatement") && line.contains("none of the roots"))
        .anyMatch(line -> line.contains("Shop") && line.contains("no instrumentation names it"));
  }
}
