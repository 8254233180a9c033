// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tracing agents in one JVM: both trace, and the application does not notice. */
class OtherTracingAgentTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void openTelemetryAgent_andWeft_bothTrace(boolean first) {
    String other = "-javaagent:" + Surroundings.jar("opentelemetry-javaagent");
    try (OtlpReceiver theirs = OtlpReceiver.start();
        OtlpReceiver ours = OtlpReceiver.start()) {
      Jvm jvm =
          Jvm.create()
              .env("OTEL_EXPORTER_OTLP_ENDPOINT", theirs.httpEndpoint())
              .agentArguments("otel.exporter.otlp.endpoint=" + ours.httpEndpoint());

      BootOrder order = BootOrder.served(first ? jvm.before(other) : jvm.option(other));

      assertThat(order.outcome().exitCode()).isZero();
      assertThat(order.outcome().err())
          .filteredOn(line -> line.startsWith("[weft]"))
          .containsExactly(
              "[weft] the tracing agent of OpenTelemetry is in this JVM as well: calls are recorded"
                  + " by both, remove one -javaagent");
      assertThat(order.outcome().stderr()).doesNotContain("ERROR", "WARN ", "Exception");
      BootTrace.isComplete(ours.telemetry().spans(), order);
      assertThat(theirs.telemetry().spans())
          .filteredOn(span -> span.traceId().equals(BootOrder.TRACE))
          .extracting(RecordedSpan::name)
          .contains("GET /orders/{number}", "GET", "SELECT shop");
    }
  }
}
