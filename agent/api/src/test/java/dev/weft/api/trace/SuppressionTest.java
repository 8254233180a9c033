// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {
  @AfterEach
  void restore() {
    Tracing.install(Suppression.SEMCONV, true, null);
  }

  @ParameterizedTest
  @CsvSource({
    "SEMCONV, RPC_CLIENT_OVER_HTTP, HTTP_CLIENT, true",
    "SEMCONV, DB_CLIENT, HTTP_CLIENT, false",
    "SEMCONV, DB_CLIENT, DB_CLIENT, true",
    "SPAN_KIND, RPC_CLIENT_OVER_HTTP, HTTP_CLIENT, true",
    "SPAN_KIND, DB_CLIENT, HTTP_CLIENT, true",
    "SPAN_KIND, HTTP_CLIENT, DB_CLIENT, true",
    "SPAN_KIND, DB_CLIENT, HTTP_SERVER, false",
    "NONE, RPC_CLIENT_OVER_HTTP, HTTP_CLIENT, false",
    "NONE, RPC_CLIENT_OVER_HTTP, RPC_CLIENT, true",
    "NONE, DB_CLIENT, HTTP_CLIENT, false",
    "NONE, DB_CLIENT, DB_CLIENT, true",
  })
  void nestedCall_isSuppressed(
      Suppression strategy, Protocol outer, Protocol inner, boolean expected) {
    Tracing.install(strategy, true, null);
    Span before = Tracing.makeCurrent(Tracing.startClient(Scope.of("test"), "outer", outer));

    boolean suppressed = Tracing.suppressed(inner);

    Tracing.makeCurrent(before);
    assertThat(suppressed).isEqualTo(expected);
  }
}
