// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.OtlpRequest.Transport;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real Collector has decoded of what the agent sent is what the agent recorded. */
@ExtendWith(Site.Provider.class)
class CollectorTest {
  private static final String SERVER_SPAN = "http.request.method";
  private static final String TLS_HANDSHAKE = "\u0016\u0003";
  private static final String GZIP = "\u001f\u008b\b";

  @Test
  void givenConfiguration_isValid() {
    List<String> command =
        List.of(Collector.executable(), "validate", "--config", Configuration.given().toString());

    try (Running collector = Jvm.create().execute(command)) {
      Outcome outcome = collector.end();

      assertThat(outcome.stderr()).isEmpty();
      assertThat(outcome.exitCode()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void telemetry_passesTheCollector(
      Transport transport, Security security, String compression, Site site) {
    ShopTelemetry telemetry = new ShopTelemetry(site.receiver());
    try (Relay relay = Relay.before(site.endpoints().port(transport, security))) {
      Jvm jvm = Endpoints.configure(telemetry.jvm(), transport, security, relay.port());
      security.configure(jvm, site.certificates());

      ShopTelemetry.order(jvm.env("OTEL_EXPORTER_OTLP_COMPRESSION", compression));

      telemetry.assertReceived();
      boolean plain = security == Security.PLAIN;
      boolean compressed = compression.equals("gzip");
      assertThat(relay.sent().contains(SERVER_SPAN)).isEqualTo(plain && !compressed);
      assertThat(relay.sent().startsWith(TLS_HANDSHAKE)).isEqualTo(!plain);
      if (plain) {
        assertThat(relay.sent().contains(GZIP)).isEqualTo(compressed);
      }
    }
  }

  static Stream<Arguments> ways() {
    List<Arguments> ways = new ArrayList<>();
    for (Transport transport : Transport.values()) {
      for (Security security : Security.values()) {
        ways.add(Arguments.of(transport, security, "none"));
        ways.add(Arguments.of(transport, security, "gzip"));
      }
    }
    return ways.stream();
  }

  @Test
  void lateCollector_getsWhatWasSentBefore(Site site) throws Exception {
    Endpoints endpoints = new Endpoints();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      ShopTelemetry telemetry = new ShopTelemetry(receiver);
      Jvm jvm = endpoints.configure(telemetry.jvm(), Transport.HTTP_PROTOBUF, Security.PLAIN);
      try (Running shop = jvm.env("OTEL_BSP_SCHEDULE_DELAY", "50").start("example.Shop")) {
        int port = endpoints.port(Transport.HTTP_PROTOBUF, Security.PLAIN);
        Unavailable.on(port, () -> shop.order("GET /orders"));

        try (Collector late = Collector.start(endpoints, site.certificates(), receiver)) {
          assertThat(telemetry.awaitSpans()).hasSize(2);
          Outcome outcome = shop.end();

          assertThat(outcome.exitCode()).isZero();
          assertThat(outcome.stderr()).isEmpty();
          telemetry.assertReceived();
        }
      }
    }
  }
}
