// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteNamesTest {
  @Test
  void of_again_isTheSameObject() {
    String first = RouteNames.of("GET", "/orders/{id}");

    assertThat(first).isEqualTo("GET /orders/{id}");
    assertThat(RouteNames.of("GET", "/orders/{id}")).isSameAs(first);
  }

  @Test
  void of_moreThanAreRemembered_areNotMixedUp() {
    for (int i = 0; i < 2000; i++) {
      assertThat(RouteNames.of("GET", "/" + i % 1000)).isEqualTo("GET /" + i % 1000);
      assertThat(RouteNames.of("PUT", "/" + i % 1000)).isEqualTo("PUT /" + i % 1000);
    }
  }
}
