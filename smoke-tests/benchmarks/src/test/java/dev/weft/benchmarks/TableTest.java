// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table = new Table("start, JDK 17", "run quick start");

  @Test
  void markdown_tellsWhatEachAdds() {
    for (double more : new double[] {-1, 0, 1}) {
      table.add("wall", "ms", Subject.NONE, 40 + more);
      table.add("wall", "ms", Subject.EMPTY, 70);
      table.add("wall", "ms", Subject.WEFT, 100 + more);
      table.add("wall", "ms", Subject.REFERENCE, 3040 + more);
    }

    assertThat(table.markdown())
        .contains("### start, JDK 17", "`run quick start`")
        .contains(
            "| wall, ms | 40 (39 to 41) | 70 | 100 (99 to 101) | 3040 (3039 to 3041) | +60 | +3000"
                + " | 2 % |");
  }

  @Test
  void markdown_comparesNothingWithWhatWasNotMeasured() {
    table.add("spans", "", Subject.WEFT, 6);

    assertThat(table.markdown()).contains("| spans | 6 |  |  |  |");
  }

  @Test
  void columns_areAligned_onATerminal() {
    table.add("wall", "ms", Subject.NONE, 1234);
    table.add("loaded classes", "", Subject.NONE, 5);

    assertThat(table.toString().lines().skip(1).map(String::length).distinct()).hasSize(1);
  }

  @Test
  void medians_haveKeysOfPlainWords() {
    table.add("peak RSS", "MB", Subject.WEFT, 44);

    assertThat(table.medians())
        .containsOnlyKeys("start-jdk-17.peak-rss-mb.weft")
        .containsValue(44.0);
  }

  @Test
  void figures_haveAboutThreeDigits() {
    assertThat(Figure.of(1234.56)).isEqualTo("1235");
    assertThat(Figure.of(100)).isEqualTo("100");
    assertThat(Figure.of(12.34)).isEqualTo("12.3");
    assertThat(Figure.of(-0.567)).isEqualTo("-0.57");
    assertThat(Figure.of(20.0)).isEqualTo("20");
  }
}
