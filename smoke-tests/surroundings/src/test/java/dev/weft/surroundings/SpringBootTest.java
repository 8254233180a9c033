// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.jvm.Jvm;
import org.junit.jupiter.api.Test;

/** Spring Boot loads its classes from jars within a jar. */
class SpringBootTest {
  @Test
  void jarOfJars_isTraced() {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      BootOrder order =
          BootOrder.served(
              Jvm.create().env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint()));

      assertThat(order.outcome().stderr()).isEmpty();
      assertThat(order.outcome().exitCode()).isZero();
      BootTrace.isComplete(receiver.telemetry().spans(), order);
    }
  }
}
