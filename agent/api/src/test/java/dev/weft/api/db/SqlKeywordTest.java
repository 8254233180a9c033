// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class SqlKeywordTest {
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void of_eachInAnyCaseAndPlace(SqlKeyword keyword) {
    String name = keyword.name();
    String mixed = name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);

    assertThat(SqlKeyword.of(name, 0, name.length())).isEqualTo(keyword);
    assertThat(SqlKeyword.of("(" + mixed + ")", 1, 1 + name.length())).isEqualTo(keyword);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "S", "SELEC", "SELECTS", "NONE", "orders", "CONCURRENTLYS", "\u0001N"})
  void of_otherWords_isNone(String word) {
    assertThat(SqlKeyword.of(word, 0, word.length())).isEqualTo(SqlKeyword.NONE);
  }

  @Test
  void of_partOfAWord() {
    assertThat(SqlKeyword.of("SELECTED", 0, 6)).isEqualTo(SqlKeyword.SELECT);
  }
}
