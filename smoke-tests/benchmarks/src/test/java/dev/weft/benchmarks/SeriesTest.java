// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void few_areToldByTheirExtremes() {
    Series series = of(30, 10, 20, 50);

    assertThat(series.count()).isEqualTo(4);
    assertThat(series.median()).isEqualTo(25);
    assertThat(series.low()).isEqualTo(10);
    assertThat(series.high()).isEqualTo(50);
  }

  @Test
  void enough_areToldByTheirQuartiles() {
    Series series = of(7, 1000, 3, 1, 5);

    assertThat(series.median()).isEqualTo(5);
    assertThat(series.low()).isEqualTo(3);
    assertThat(series.high()).isEqualTo(7);
  }

  @Test
  void none_haveNoMedian() {
    assertThatIllegalStateException().isThrownBy(() -> new Series().median());
  }

  private static Series of(double... values) {
    Series series = new Series();
    for (double value : values) {
      series.add(value);
    }
    return series;
  }
}
