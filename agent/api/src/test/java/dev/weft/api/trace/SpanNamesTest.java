// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpanNamesTest {
  private final SpanNames names = new SpanNames(' ');

  @Test
  void of_again_isTheSameObject() {
    String first = names.of("GET", "/orders/{id}");

    assertThat(first).isEqualTo("GET /orders/{id}");
    assertThat(names.of("GET", "/orders/{id}")).isSameAs(first);
  }

  @Test
  void of_moreThanAreRemembered_areNotMixedUp() {
    for (int i = 0; i < 2000; i++) {
      assertThat(names.of("GET", "/" + i % 1000)).isEqualTo("GET /" + i % 1000);
      assertThat(names.of("PUT", "/" + i % 1000)).isEqualTo("PUT /" + i % 1000);
    }
  }
}
