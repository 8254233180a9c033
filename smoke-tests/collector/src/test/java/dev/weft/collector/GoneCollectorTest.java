// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.OtlpRequest.Transport;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Collector that is not there yet when it is sent to. */
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

  /** Waits until the agent was refused and is about to try again, by what its threads are doing. */
  private static void awaitRetry(Running shop) {
    String jcmd = Jvm.HOME.resolve("bin/jcmd").toString();
    List<String> command = List.of(jcmd, Long.toString(shop.pid()), "Thread.print");
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < deadline) {
      try (Running print = Jvm.create().execute(command)) {
        for (String thread : print.end().stdout().split("\n\n", -1)) {
          boolean sdkWaits =
              thread.contains("RetryInterceptor.intercept") && thread.contains("sleep");
          if (sdkWaits || thread.contains("dev.weft.engine.export.http.Retry.hasWaited")) {
            return;
          }
        }
      }
    }
    throw new AssertionError("nothing is tried again; stderr: " + shop.stderr());
  }
}
