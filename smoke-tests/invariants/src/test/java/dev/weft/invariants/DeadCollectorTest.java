// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A collector that is away is not the application's problem. */
class DeadCollectorTest {
  private static final String SHOP = "example.Shop";
  private static final String DROPPED = "weft.spans.dropped";

  @Test
  void refusingCollector_costsOneLineAndIsToldLater() throws IOException {
    int port = freePort();
    Jvm jvm = impatient(Shops.withDatabase()).env("OTEL_EXPORTER_OTLP_ENDPOINT", url(port));
    try (Running shop = jvm.start(SHOP)) {
      shop.orders(20, "GET /orders").awaitErr("not delivered").orders(200, "GET /orders");

      try (OtlpReceiver receiver = OtlpReceiver.start(port, 0)) {
        RecordedMetric dropped =
            receiver.telemetry().awaitMetric(DROPPED, metric -> !metric.points().isEmpty());
        Outcome outcome = shop.order("GET /orders").end();

        assertThat(dropped.points())
            .allMatch(point -> point.attributes().containsKey("reason"))
            .allMatch(point -> point.requireValue().longValue() > 0);
        assertThat(outcome.err()).singleElement().asString().contains("were not delivered: ");
        assertThat(outcome.out()).filteredOn(line -> line.startsWith("served")).hasSize(221);
        assertThat(outcome.exitCode()).isZero();
      }
    }
  }

  @Test
  void silentCollector_delaysTheEndByTwoSecondsAtMost() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Jvm jvm = Shops.withDatabase().env("OTEL_EXPORTER_OTLP_ENDPOINT", url(silent.getLocalPort()));
      try (Running shop = jvm.start(SHOP)) {
        shop.order("GET /orders");

        Outcome outcome = shop.end();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.lastWords()).isLessThan(Duration.ofMillis(3500));
        assertThat(outcome.stderr()).isEmpty();
      }
    }
  }

  @Test
  void fullQueue_isCountedNotWaitedFor() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Jvm jvm = Shops.sendingTo(receiver).env("OTEL_BSP_MAX_QUEUE_SIZE", "16");
      jvm.env("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "16").env("OTEL_METRIC_EXPORT_INTERVAL", "100");
      receiver.answerAfter(Duration.ofMillis(500));
      try (Running shop = jvm.start(SHOP)) {
        shop.orders(500, "GET /orders");

        RecordedMetric dropped =
            receiver.telemetry().awaitMetric(DROPPED, metric -> !metric.points().isEmpty());

        assertThat(dropped.points().get(0).attributes()).containsEntry("reason", "queue_full");
        assertThat(shop.end().stderr()).isEmpty();
      }
    }
  }

  private static Jvm impatient(Jvm jvm) {
    return jvm.env(
        "OTEL_BSP_SCHEDULE_DELAY", "50",
        "OTEL_METRIC_EXPORT_INTERVAL", "200",
        "OTEL_EXPORTER_OTLP_TIMEOUT", "500",
        "OTEL_INSTRUMENTATION_RUNTIME_ENABLED", "false");
  }

  private static String url(int port) {
    return "http://localhost:" + port;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
