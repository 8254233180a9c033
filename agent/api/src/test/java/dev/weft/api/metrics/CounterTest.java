// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class CounterTest {
  private static final Labels A = Labels.of("a");
  private static final Labels B = Labels.of("b");

  private Scope scope;

  @BeforeEach
  void scopeOfItsOwn(TestInfo test) {
    scope = Scope.of("counter" + test.getTestMethod());
  }

  private Counter counter(boolean monotonic) {
    return Metrics.counter(scope, "n", "1", "", monotonic, "k");
  }

  private static Map<String, Double> sums(Counter counter) {
    Map<String, Double> sums = new HashMap<>();
    counter.visit((labels, sum) -> sums.put(labels == null ? "overflow" : "" + labels, sum));
    return sums;
  }

  @Test
  void add_sumsUpEachSeries() {
    Counter counter = counter(true);

    counter.add(1, A);
    counter.add(2, A);
    counter.add(5, B);

    assertThat(sums(counter)).isEqualTo(Map.of("[a]", 3.0, "[b]", 5.0));
    assertThat(counter.whole()).isTrue();
  }

  @Test
  void add_whatCannotBeAdded_isIgnored() {
    Counter counter = counter(true);

    counter.add(-1, A);
    counter.add(Double.NaN, A);
    counter.add(Double.POSITIVE_INFINITY, A);

    assertThat(counter.isEmpty()).isTrue();
  }

  @Test
  void add_upAndDown_takesLessThanNothing() {
    Counter counter = counter(false);

    counter.add(2, A);
    counter.add(-3, A);

    assertThat(sums(counter)).isEqualTo(Map.of("[a]", -1.0));
  }

  @Test
  void add_aFraction_isWholeNoMore() {
    Counter counter = counter(true);

    counter.add(0.5, A);

    assertThat(counter.whole()).isFalse();
  }

  @Test
  void add_beyondItsOwnLimit_overflows() {
    Counter counter = counter(true);
    counter.limit(1);

    counter.add(1, A);
    counter.add(2, B);
    counter.add(3, Labels.of("c"));
    counter.add(4, A);

    assertThat(sums(counter)).isEqualTo(Map.of("[a]", 5.0, "overflow", 5.0));
    assertThat(counter.overflows()).isEqualTo(2);
  }

  @Test
  void counter_ofOtherKeysOrKind_isAnother() {
    Counter counter = counter(true);

    Counter upAndDown = counter(false);
    Counter otherKeys = Metrics.counter(scope, "n", "1", "", true, "k", "l");

    assertThat(upAndDown).isNotSameAs(counter).isSameAs(counter(false));
    assertThat(otherKeys).isNotSameAs(counter);
    assertThat(otherKeys.keyCount()).isEqualTo(2);
    assertThat(counter(true)).isSameAs(counter);
  }

  @Test
  void remove_makesRoomForAnother() {
    Counter counter = counter(true);
    assertThat(counter(true)).isSameAs(counter);

    Metrics.remove(counter);

    assertThat(Metrics.instruments()).doesNotContain(counter);
    assertThat(counter(true)).isNotSameAs(counter);
    assertThat(counter(true).createdMillis()).isPositive();
  }
}
