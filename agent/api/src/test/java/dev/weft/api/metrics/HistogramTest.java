// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.Samplers;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
  private static final Scope SCOPE = Scope.of("test");
  private static final Labels LABELS = Labels.of("GET", 200L);

  private final Histogram histogram =
      new Histogram(SCOPE, "h", "s", "", new double[] {1, 2, 5}, "method", "status");

  @AfterEach
  void restoreLimits() {
    Metrics.install(2000, true);
    Tracing.install(span -> {}, Samplers.parentBased(Samplers.ALWAYS_ON), Propagator.NONE, false);
  }

  private static long[] counts(HistogramSnapshot snapshot) {
    return LongStream.range(0, snapshot.buckets()).map(i -> snapshot.count((int) i)).toArray();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 0", "1, 0", "1.0001, 1", "2, 1", "5, 2", "5.0001, 3", "1e300, 3"})
  void record_countsUpToAndWithTheBound(double value, int bucket) {
    histogram.record(value, LABELS, null);

    HistogramSnapshot snapshot = histogram.series(LABELS).snapshot(false);

    assertThat(snapshot.count(bucket)).isEqualTo(1);
    assertThat(snapshot.total()).isEqualTo(1);
  }

  @Test
  void snapshot_sums() {
    histogram.record(0.5, LABELS, null);
    histogram.record(4, LABELS, null);

    HistogramSnapshot snapshot = histogram.series(Labels.of("GET", 200L)).snapshot(false);

    assertThat(counts(snapshot)).containsExactly(1, 0, 1, 0);
    assertThat(snapshot.sum()).isEqualTo(4.5);
    assertThat(snapshot.min()).isEqualTo(0.5);
    assertThat(snapshot.max()).isEqualTo(4);
  }

  @Test
  void snapshot_withReset_startsFromZero() {
    HistogramSeries series = histogram.series(LABELS);
    series.record(1, null);

    assertThat(series.snapshot(false).total()).isEqualTo(1);
    assertThat(series.snapshot(true).total()).isEqualTo(1);
    assertThat(series.snapshot(true).total()).isZero();
    assertThat(series.isEmpty()).isTrue();
  }

  @Test
  void series_beyondTheLimit_areCountedAsOne() {
    Metrics.install(2, true);
    for (int i = 0; i < 10; i++) {
      histogram.record(1, Labels.of("GET", (long) i), null);
    }

    List<Object> labels = new ArrayList<>();
    histogram.visit(
        (at, series) ->
            labels.add((at == null ? "overflow" : at) + "=" + series.snapshot(false).total()));

    assertThat(labels).containsExactlyInAnyOrder("[GET, 0]=1", "[GET, 1]=1", "overflow=8");
    assertThat(histogram.series(Labels.of("GET", 0L)).snapshot(false).total()).isEqualTo(1);
    assertThat(histogram.overflows()).isEqualTo(8);
  }

  @Test
  void limit_ofItsOwn_isBeforeThatOfAll_andOverflowsOutliveResets() {
    histogram.limit(1);
    histogram.record(1, LABELS, null);
    histogram.record(1, Labels.of("PUT", 200L), null);
    histogram.visit((at, series) -> series.snapshot(true));

    histogram.record(1, Labels.of("POST", 200L), null);

    assertThat(histogram.overflows()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void record_noNumber_isIgnored(double value) {
    histogram.record(value, LABELS, null);

    assertThat(histogram.isEmpty()).isTrue();
  }

  @Test
  void remove_makesRoomForOtherBuckets() {
    Scope scope = Scope.of("remove");
    Histogram first = Metrics.histogram(scope, "h", "s", "", new double[] {1}, "k");
    assertThat(Metrics.histogram(scope, "h", "s", "", new double[] {1}, "k")).isSameAs(first);

    Metrics.remove(first);

    assertThat(Metrics.histogram(scope, "h", "s", "", new double[] {2}, "k").bounds())
        .containsExactly(2);
  }

  @Test
  void exemplar_isTheLastSampledSpanOfABucket() {
    Span first = Tracing.startInternal(SCOPE, "first");
    Span last = Tracing.startInternal(SCOPE, "last");
    histogram.record(1.5, LABELS, first);
    histogram.record(1.6, LABELS, last);
    histogram.record(1.7, LABELS, null);

    HistogramSnapshot snapshot = histogram.series(LABELS).snapshot(false);

    assertThat(snapshot.exemplars()).hasSize(1);
    assertThat(snapshot.exemplars().get(0).span()).isSameAs(last.context());
    assertThat(snapshot.exemplars().get(0).value()).isEqualTo(1.6);
    assertThat(histogram.series(LABELS).snapshot(false).exemplars()).as("used up").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void exemplar_isNotKept(boolean sampled, boolean switchedOn) {
    Tracing.install(
        span -> {}, sampled ? Samplers.ALWAYS_ON : Samplers.ALWAYS_OFF, Propagator.NONE, false);
    Metrics.install(2000, switchedOn);

    histogram.record(1, LABELS, Tracing.startInternal(SCOPE, "x"));

    assertThat(histogram.series(LABELS).snapshot(false).exemplars()).isEmpty();
  }

  @Test
  void record_byManyThreads_losesNothing() {
    Metrics.install(10, true);
    int records = 40_000;
    long[] reset = new long[1];

    IntStream.range(0, records)
        .parallel()
        .forEach(
            i -> {
              histogram.record(1, Labels.of("m" + i % 5, null), null);
              if (i % 1000 == 0) {
                synchronized (reset) {
                  histogram.visit((at, series) -> reset[0] += series.snapshot(true).total());
                }
              }
            });
    histogram.visit((at, series) -> reset[0] += series.snapshot(true).total());

    assertThat(reset[0]).isEqualTo(records);
  }

  @Test
  void totals_areNotDisturbedByResets() {
    Metrics.pull(true);
    try {
      HistogramSeries series = histogram.series(Labels.of("TOTALS", 1L));
      series.record(1, null);
      series.snapshot(true);
      series.record(2, null);
      HistogramSnapshot first = series.totals();

      HistogramSnapshot difference = series.snapshot(true);

      assertThat(first.total()).isEqualTo(2);
      assertThat(first.sum()).isEqualTo(3);
      assertThat(difference.total()).isEqualTo(1);
      assertThat(difference.sum()).isEqualTo(2);
      assertThat(series.totals().total()).isEqualTo(2);
    } finally {
      Metrics.pull(false);
    }
  }
}
