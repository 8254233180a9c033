// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken from an endpoint's URL. */
class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "http://collector:4318/v1/traces, false, collector, 4318, collector:4318, /v1/traces",
    "HTTP://collector, false, collector, 80, collector, /",
    "https://collector/, true, collector, 443, collector, /",
    "https://collector:443/x?y=%20z, true, collector, 443, collector, /x?y=%20z",
    "http://otel_collector:4318?k=v, false, otel_collector, 4318, otel_collector:4318, /?k=v",
    "http://user:secret@collector:1/, false, collector, 1, collector:1, /",
    "http://[::1]:4318/v1, false, ::1, 4318, [::1]:4318, /v1",
    "https://[::1], true, ::1, 443, [::1], /",
    "http://collector:, false, collector, 80, collector, /",
    "http://bücher.example/ä, false, xn--bcher-kva.example, 80, xn--bcher-kva.example, /%C3%A4",
  })
  void url_isTakenApart(
      String url, boolean tls, String host, int port, String authority, String path) {
    Target target = new Target(URI.create(url));

    assertThat(target.isTls()).isEqualTo(tls);
    assertThat(target.host()).isEqualTo(host);
    assertThat(target.port()).isEqualTo(port);
    assertThat(target.authority()).isEqualTo(authority);
    assertThat(target.path()).isEqualTo(path);
  }
}
