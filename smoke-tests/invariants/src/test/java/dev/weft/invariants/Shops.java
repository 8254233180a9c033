// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import dev.weft.testkit.OtlpReceiver;

/** JVMs in which a {@code Shop} with a database is to run. */
final class Shops {
  private Shops() {}

  /** Exports to a receiver; at the end at the latest. */
  static Jvm sendingTo(OtlpReceiver receiver) {
    return withDatabase().env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
  }

  /** Exports nothing. */
  static Jvm silent() {
    return withDatabase().env("OTEL_TRACES_EXPORTER", "none", "OTEL_METRICS_EXPORTER", "none");
  }

  static Jvm withDatabase() {
    return Jvm.create().option("-Dshop.database=jdbc:h2:mem:shop");
  }
}
