// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import dev.weft.testkit.jvm.Jvm;

/** What protects the way to the Collector. */
enum Security {
  PLAIN,
  TLS,
  MUTUAL_TLS;

  /** Tells the agent of the files that it needs for this. */
  void configure(Jvm jvm, Certificates certificates) {
    if (this != PLAIN) {
      jvm.env("OTEL_EXPORTER_OTLP_CERTIFICATE", certificates.file("ca.pem"));
    }
    if (this == MUTUAL_TLS) {
      jvm.env(
          "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", certificates.file("client.pem"),
          "OTEL_EXPORTER_OTLP_CLIENT_KEY", certificates.file("client.key"));
    }
  }
}
