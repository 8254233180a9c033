// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class GaugeTest {
  private static final Labels A = Labels.of("a");
  private static final Labels B = Labels.of("b");

  private Gauge gauge;

  @BeforeEach
  void create(TestInfo test) {
    gauge = Metrics.gauge(Scope.of("gauge" + test.getTestMethod()), "g", "1", "", "k");
  }

  private Map<String, Double> values() {
    Map<String, Double> values = new HashMap<>();
    gauge.visit((labels, value) -> values.put(labels == null ? "overflow" : "" + labels, value));
    return values;
  }

  @Test
  void set_keepsTheLast() {
    gauge.set(1, A);
    gauge.set(2, A);
    gauge.set(Double.NaN, A);

    assertThat(values()).isEqualTo(Map.of("[a]", 2.0));
    assertThat(gauge.whole()).isTrue();
  }

  @Test
  void replace_forgetsWhatIsNotThere() {
    gauge.set(1, A);

    gauge.replace(Map.of(B, 0.5));

    assertThat(values()).isEqualTo(Map.of("[b]", 0.5));
    assertThat(gauge.whole()).isFalse();
  }

  @Test
  void replace_byNothing_isEmpty() {
    gauge.set(1, A);

    gauge.replace(Map.of());

    assertThat(gauge.isEmpty()).isTrue();
  }

  @Test
  void replace_beyondTheLimit_overflows() {
    gauge.limit(1);
    Map<Labels, Double> values = new LinkedHashMap<>();
    values.put(A, 1.0);
    values.put(B, 2.0);

    gauge.replace(values);

    assertThat(values()).isEqualTo(Map.of("[a]", 1.0, "overflow", 2.0));
    assertThat(gauge.overflows()).isEqualTo(1);
  }

  @Test
  void replace_backWithinTheLimit_hasNoOverflowAndStillCountsIt() {
    gauge.limit(1);
    gauge.set(1, A);
    gauge.set(2, B);

    gauge.replace(Map.of(B, 3.0));

    assertThat(values()).isEqualTo(Map.of("[b]", 3.0));
    assertThat(gauge.overflows()).isEqualTo(1);
  }

  @Test
  void remove_makesRoomForAnother() {
    Metrics.remove(gauge);

    Gauge other = Metrics.gauge(gauge.scope(), "g", "1", "", "k");

    assertThat(other).isNotSameAs(gauge);
    assertThat(Metrics.instruments()).contains(other).doesNotContain(gauge);
  }
}
