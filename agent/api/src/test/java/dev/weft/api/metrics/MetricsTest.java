// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final double[] BOUNDS = {1};

  private static Histogram histogram(String scope, String name) {
    return Metrics.histogram(Scope.of(scope), name, "s", "", BOUNDS);
  }

  @Test
  void histogram_existsOncePerScopeAndName() {
    Histogram first = histogram("metrics.test", "a");

    assertThat(histogram("metrics.test", "a")).isSameAs(first);
    assertThat(histogram("metrics.test", "b")).isNotSameAs(first);
    assertThat(histogram("metrics.other", "a")).isNotSameAs(first);
  }

  @Test
  void histogram_askedForByManyThreads_existsOnce() {
    List<Histogram> histograms =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> histogram("metrics.test", "race"))
            .distinct()
            .toList();

    assertThat(histograms).hasSize(1);
    assertThat(Metrics.instruments()).containsOnlyOnce(histograms.get(0));
  }

  @Test
  void observe_again_keepsTheFirst() {
    Scope scope = Scope.of("metrics.test");
    Observable.Type gauge = Observable.Type.GAUGE;
    Metrics.observe(scope, "o", "1", "first", gauge, observer -> {});

    Metrics.observe(scope, "o", "1", "second", gauge, observer -> {});

    assertThat(Metrics.instruments())
        .filteredOn(instrument -> instrument.name().equals("o"))
        .extracting(Instrument::description)
        .containsExactly("first");
  }

  @Test
  void labels_areEqualByValue() {
    assertThat(Labels.of("a", 1L, null)).isEqualTo(Labels.of("a", 1L, null));
    assertThat(Labels.of("a", 1L, null)).hasSameHashCodeAs(Labels.of("a", 1L, null));
    assertThat(Labels.of("a", 1L)).isNotEqualTo(Labels.of("a", 1L, null));
    assertThat(Labels.of("a", 1L)).isNotEqualTo(Labels.of("a", "1"));
  }
}
