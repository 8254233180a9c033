// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.OtlpRequest;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver refuses for a passing reason is sent again, unless users do not want that. */
class RetryTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void unavailableReceiver_isTriedAgainUnlessForbidden(boolean disabled) {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop =
            Shops.sendingTo(receiver)
                .env("OTEL_JAVA_EXPORTER_OTLP_RETRY_DISABLED", Boolean.toString(disabled))
                .env("OTEL_METRICS_EXPORTER", "none", "OTEL_LOGS_EXPORTER", "none")
                .start("example.Shop")) {
      receiver.failNext(1, 503);

      Outcome outcome = shop.order("GET /orders").end();

      List<Integer> answers = new ArrayList<>();
      receiver.requests().stream().map(OtlpRequest::status).forEach(answers::add);
      assertThat(answers).isEqualTo(disabled ? List.of(503) : List.of(503, 200));
      assertThat(receiver.telemetry().spans()).hasSize(disabled ? 0 : 2);
      assertThat(outcome.err()).hasSize(disabled ? 1 : 0);
    }
  }
}
