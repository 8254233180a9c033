// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 200, 1023, 1024, 8080, 65535, Long.MAX_VALUE})
  void boxed_again_isTheSameObject(long value) {
    Long first = Numbers.boxed(value);

    assertThat(first).isEqualTo(value);
    assertThat(Numbers.boxed(value)).isSameAs(first);
  }

  @Test
  void boxed_numbersOfOnePlace_areNotMixedUp() {
    for (int i = 0; i < 3; i++) {
      assertThat(Numbers.boxed(8080)).isEqualTo(8080);
      assertThat(Numbers.boxed(8080 + 256)).isEqualTo(8080 + 256);
    }
  }
}
