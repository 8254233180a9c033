// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.db.JdbcUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerServicesTest {
  private static void named(String... hostsAndNames) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < hostsAndNames.length; i += 2) {
      names.put(hostsAndNames[i], hostsAndNames[i + 1]);
    }
    PeerServices.install(names);
  }

  @AfterEach
  void forget() {
    PeerServices.install(Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "h, 80, /, host",
    "h, -1, , host",
    "h, 81, , port",
    "h, 81, /a, path",
    "h, 81, /a/b/c, longer",
    "h, 82, /a, host",
    "h, 81, /other/a, port",
    "h, 82, /other/a, hostpath",
    "H, 81, /a, ",
    "::1, 81, , six",
    "[::1], 81, , six",
    "other, 81, , ",
    ", 81, , ",
  })
  void mostSpecific_wins(String host, int port, String path, String expected) {
    named(
        "h:81/a",
        "path",
        "h",
        "host",
        "h:81",
        "port",
        "h:81/a/b",
        "longer",
        "[::1]:81",
        "six",
        "h/other",
        "hostpath",
        "h:x",
        "malformed");

    assertThat(PeerServices.nameOf(host, port, path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db/orders, usual",
    "jdbc:postgresql://db:5432/orders, usual",
    "jdbc:postgresql://db:6432/orders, other",
    "jdbc:postgresql://db:7432/orders, ",
    "jdbc:h2:mem:orders, ",
  })
  void database_isNamedByItsHostAndPort(String url, String expected) {
    named("db:5432", "usual", "db:6432", "other");

    assertThat(JdbcUrl.parse(url).peerService()).isEqualTo(expected);
  }

  @Test
  void nothing_isNamedByDefault() {
    assertThat(PeerServices.nameOf("h", 80, "/")).isNull();
  }
}
