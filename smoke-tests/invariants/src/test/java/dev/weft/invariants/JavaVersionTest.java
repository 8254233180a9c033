// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every Java that is supported, without a warning from any. */
class JavaVersionTest {
  private static final int OLDEST_OF_H2 = 11;

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 17, 21, 25, 26})
  void shop_isObserved(int feature) {
    boolean withDatabase = feature >= OLDEST_OF_H2;
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Jvm jvm =
          Shops.jvm(Jvm.home(feature)).env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
      if (withDatabase) {
        jvm.option("-Dshop.database=jdbc:h2:mem:shop");
      }
      try (Running shop = jvm.start("example.Shop")) {
        Outcome outcome = shop.orders(2, "GET /orders").end();

        assertThat(outcome.stderr()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        RecordedSpan server = receiver.telemetry().takeSpan("GET");
        assertThat(outcome.stdout()).contains("trace=" + server.traceId());
        assertThat(receiver.telemetry().spans())
            .filteredOn(span -> span.isChildOf(server))
            .hasSize(withDatabase ? 1 : 0);
        receiver.telemetry().awaitMetric("jvm.class.count");
      }
    }
  }
}
