// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpRequest.Transport;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A certificate that one side does not accept costs one line and no more. */
@ExtendWith(Site.Provider.class)
class RefusalTest {
  private static final String TRUSTED = "OTEL_EXPORTER_OTLP_CERTIFICATE";

  /**
   * With TLS 1.3 a server refuses when the client has sent already (RFC 8446 §4.4.2.4): its alert
   * is lost if the connection is reset before the client reads it.
   */
  private static final String REFUSED = "(?i)certificate|reset|broken pipe";

  @ParameterizedTest
  @EnumSource
  void untrustedServer_isNotSentTo(Transport transport, Site site) {
    ShopTelemetry telemetry = new ShopTelemetry(site.receiver());
    Jvm jvm = site.endpoints().configure(telemetry.jvm(), transport, Security.TLS);
    jvm.env(TRUSTED, site.certificates().file("stranger.pem"));

    String line = ShopTelemetry.onlyLine(refused(jvm));

    assertThat(line).contains("not delivered").contains("PKIX path");
    telemetry.assertNothingReceived();
  }

  @ParameterizedTest
  @EnumSource
  void clientWithoutCertificate_isRefused(Transport transport, Site site) {
    ShopTelemetry telemetry = new ShopTelemetry(site.receiver());
    Jvm jvm = site.endpoints().configure(telemetry.jvm(), transport, Security.MUTUAL_TLS);
    jvm.env(TRUSTED, site.certificates().file("ca.pem"));

    String line = ShopTelemetry.onlyLine(refused(jvm));

    assertThat(line).contains("not delivered").containsPattern(REFUSED);
    telemetry.assertNothingReceived();
  }

  /** Waits for the agent to give up, which may take longer than the end of a process is delayed. */
  private static Outcome refused(Jvm jvm) {
    jvm.env("OTEL_BSP_SCHEDULE_DELAY", "50");
    try (Running shop = jvm.start("example.Shop")) {
      return shop.order("GET /orders").awaitErr("[weft] ").end();
    }
  }
}
