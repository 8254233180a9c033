// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VitalsTest {
  @Test
  void since_knowsWhatThisThreadAllocates() {
    Vitals before = Vitals.read();
    byte[][] kept = new byte[100][10_000];

    Vitals used = Vitals.of(Vitals.read().text()).since(before);

    assertThat(used.allocatedBytes()).isGreaterThan(100.0 * kept[99].length);
    assertThat(used.cpuNanos()).isNotNegative();
  }

  @Test
  void settled_survivesItsText() {
    Settled settled = Settled.read();

    Settled read = Settled.of(settled.text());

    assertThat(read.heapBytes()).isEqualTo(settled.heapBytes()).isPositive();
    assertThat(read.classes()).isEqualTo(settled.classes()).isPositive();
    assertThat(read.metaspaceBytes()).isPositive();
    assertThat(read.threads()).contains("main").hasSameSizeAs(settled.threads());
  }
}
