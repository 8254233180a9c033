// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.OtlpRequest.Transport;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Collector that is not there when it is sent to, and comes, or comes back. */
@ExtendWith(Site.Provider.class)
class GoneCollectorTest {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  @ParameterizedTest
  @EnumSource
  void refusedConnection_isTriedAgain(Transport transport, Site site) {
    Endpoints endpoints = new Endpoints();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      ShopTelemetry telemetry = new ShopTelemetry(receiver);
      Jvm jvm = endpoints.configure(telemetry.jvm(), transport, Security.PLAIN);
      try (Running shop = jvm.env("OTEL_BSP_SCHEDULE_DELAY", "50").start("example.Shop")) {
        awaitRetry(shop.order("GET /orders"));

        try (Collector late = Collector.start(endpoints, site.certificates(), receiver)) {
          assertThat(telemetry.awaitSpans()).hasSize(2);
          Outcome outcome = shop.end();

          assertThat(outcome.stderr()).isEmpty();
          telemetry.assertReceived();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void collectorThatGoesAndComesBack_isToldWhatItMissed(Transport transport, Site site) {
    Endpoints endpoints = new Endpoints();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      ShopTelemetry telemetry = new ShopTelemetry(receiver);
      Jvm jvm = endpoints.configure(telemetry.jvm(), transport, Security.PLAIN);
      try (Running shop = impatient(jvm).start("example.Shop")) {
        try (Collector first = Collector.start(endpoints, site.certificates(), receiver)) {
          shop.order("GET /orders");
          telemetry.awaitSpans();
        }
        shop.order("GET /orders").awaitErr("not delivered").orders(10, "GET /orders");

        try (Collector second = Collector.start(endpoints, site.certificates(), receiver)) {
          RecordedMetric dropped =
              receiver
                  .telemetry()
                  .awaitMetric("weft.spans.dropped", metric -> !metric.points().isEmpty());
          shop.order("GET /late");
          receiver.telemetry().takeSpan(span -> "/late".equals(span.attribute("url.path")));
          Outcome outcome = shop.end();

          assertThat(dropped.points())
              .allMatch(point -> "export_failed".equals(point.attributes().get("reason")))
              .allMatch(point -> point.requireValue().longValue() > 0);
          assertThat(outcome.err()).singleElement().asString().contains(" not delivered: ");
          assertThat(outcome.out()).filteredOn(line -> line.startsWith("served")).hasSize(13);
          assertThat(outcome.exitCode()).isZero();
        }
      }
    }
  }

  private static Jvm impatient(Jvm jvm) {
    jvm.env("OTEL_BSP_SCHEDULE_DELAY", "50", "OTEL_METRIC_EXPORT_INTERVAL", "200");
    return jvm.env("OTEL_EXPORTER_OTLP_TIMEOUT", "500");
  }

  /** Waits until the agent was refused and is about to try again, by what its threads are doing. */
  private static void awaitRetry(Running shop) {
    String jcmd = Jvm.HOME.resolve("bin/jcmd").toString();
    List<String> command = List.of(jcmd, Long.toString(shop.pid()), "Thread.print");
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < deadline) {
      try (Running print = Jvm.create().execute(command)) {
        String threads = print.end().stdout();
        int retry = threads.indexOf("RetryInterceptor.intercept");
        if (retry > 0 && threads.lastIndexOf("sleep", retry) > threads.lastIndexOf("\n\n", retry)) {
          return;
        }
      }
    }
    throw new AssertionError("nothing is tried again; stderr: " + shop.stderr());
  }
}
