// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.RecordedSpan.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service that is called has the name that users gave to its address. */
class PeerServiceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "localhost=host | host",
        "localhost=host,localhost:PORT=port | port",
        "localhost:PORT=port,localhost:PORT/catalog=path,localhost:PORT/other=other | path",
        "localhost:1=port,otherhost=other | none",
      })
  void mostSpecificName_isRecordedOnTheClientSpan(String mapping, String expected) {
    try (Relays relays = new Relays()) {
      String port = Integer.toString(relays.port());

      relays.serve(
          relays
              .jvm()
              .env(
                  "OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING",
                  mapping.replace("PORT", port)),
          "GET /x");

      RecordedSpan client = relays.receiver().telemetry().takeSpan(s -> s.kind() == Kind.CLIENT);
      RecordedSpan server = relays.receiver().telemetry().takeSpan(s -> s.kind() == Kind.SERVER);
      assertThat(client.attribute("peer.service")).isEqualTo(expected);
      assertThat(server.attribute("peer.service")).isNull();
    }
  }
}
