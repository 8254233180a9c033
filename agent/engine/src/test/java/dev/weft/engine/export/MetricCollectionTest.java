// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Faults;
import dev.weft.api.Scope;
import dev.weft.api.metrics.Counter;
import dev.weft.api.metrics.Gauge;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import dev.weft.api.trace.Span;
import dev.weft.engine.CapturedErr;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricCollectionTest {
  private static final double[] BOUNDS = {1, 2};
  private static final long STARTED = 1_000;

  private Scope scope;

  @BeforeEach
  void scopeOfItsOwn(TestInfo test) {
    scope = Scope.of(test.getDisplayName() + test.getTestMethod());
  }

  @AfterEach
  void restoreLimits() {
    Metrics.install(2000, true);
  }

  private static MetricCollection collection(boolean delta) {
    SdkAttributes attributes = new SdkAttributes(1, 1);
    CounterDeltas counters = delta ? new CounterDeltas() : null;
    return new MetricCollection(
        Resource.empty(), new Scopes("1"), attributes, delta, counters, STARTED);
  }

  private List<MetricData> collect(MetricCollection collection) {
    return collection.collect().stream()
        .filter(data -> data.getInstrumentationScopeInfo().getName().equals(scope.name()))
        .toList();
  }

  private HistogramPointData point(MetricCollection collection) {
    return collect(collection).get(0).getHistogramData().getPoints().iterator().next();
  }

  private Histogram histogram() {
    return Metrics.histogram(scope, "h", "s", "what", BOUNDS, "method", "status");
  }

  @Test
  void histogram_cumulative_addsUpSinceTheStart() {
    MetricCollection collection = collection(false);
    histogram().record(1, Labels.of("GET", null), null);
    collect(collection);
    histogram().record(3, Labels.of("GET", null), null);

    HistogramPointData point = point(collection);

    assertThat(point.getCounts()).containsExactly(1L, 0L, 1L);
    assertThat(point.getBoundaries()).containsExactly(1.0, 2.0);
    assertThat(point.getSum()).isEqualTo(4);
    assertThat(point.getMin()).isEqualTo(1);
    assertThat(point.getMax()).isEqualTo(3);
    assertThat(point.getStartEpochNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(STARTED));
    assertThat(point.getAttributes()).isEqualTo(Attributes.of(stringKey("method"), "GET"));
  }

  @Test
  void histogram_delta_startsAnewAtEachCollection() {
    MetricCollection collection = collection(true);
    histogram().record(1, Labels.of("GET", 200L), null);
    HistogramPointData first = point(collection);

    List<MetricData> nothing = collect(collection);
    histogram().record(3, Labels.of("GET", 200L), null);
    HistogramPointData last = point(collection);

    assertThat(first.getStartEpochNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(STARTED));
    assertThat(nothing).isEmpty();
    assertThat(last.getCounts()).containsExactly(0L, 0L, 1L);
    assertThat(last.getStartEpochNanos()).isGreaterThanOrEqualTo(first.getEpochNanos());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void histogram_temporality(boolean delta) {
    histogram().record(1, Labels.of("GET", 200L), null);

    MetricData data = collect(collection(delta)).get(0);

    assertThat(data.getHistogramData().getAggregationTemporality())
        .isEqualTo(delta ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE);
    assertThat(data.getName()).isEqualTo("h");
    assertThat(data.getUnit()).isEqualTo("s");
    assertThat(data.getDescription()).isEqualTo("what");
  }

  @Test
  void histogram_beyondTheLimit_overflows() {
    Metrics.install(1, true);
    histogram().record(1, Labels.of("GET", 200L), null);
    histogram().record(1, Labels.of("PUT", 200L), null);

    MetricData data = collect(collection(false)).get(0);

    assertThat(data.getHistogramData().getPoints())
        .extracting(HistogramPointData::getAttributes)
        .containsExactlyInAnyOrder(
            Attributes.of(stringKey("method"), "GET", longKey("status"), 200L),
            Attributes.of(booleanKey("otel.metric.overflow"), true));
  }

  @Test
  void histogram_exemplar_isSentOnce() {
    MetricCollection collection = collection(false);
    Span span = Spans.named("x");
    histogram().record(1.5, Labels.of("GET", 200L), span);

    HistogramPointData point = point(collection);

    assertThat(point.getExemplars()).hasSize(1);
    assertThat(point.getExemplars().get(0).getValue()).isEqualTo(1.5);
    assertThat(point.getExemplars().get(0).getSpanContext().getSpanId())
        .isEqualTo(span.context().spanIdText());
    assertThat(point(collection).getExemplars()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Observable.Type.class)
  void observable_ofEachType(Observable.Type type) {
    Metrics.observe(scope, "l", "1", "", type, observer -> observer.value(5, Labels.of("a")), "k");
    Metrics.observeDouble(scope, "d", "1", "", type, o -> o.value(0.5, Labels.of("a")), "k");

    List<MetricData> collected = collect(collection(true));

    assertThat(collected).extracting(MetricData::getName).containsExactly("l", "d");
    assertThat(collected)
        .extracting(data -> data.getType().name())
        .containsExactly(
            type == Observable.Type.GAUGE ? "LONG_GAUGE" : "LONG_SUM",
            type == Observable.Type.GAUGE ? "DOUBLE_GAUGE" : "DOUBLE_SUM");
    assertThat(collected.get(0).getLongSumData().isMonotonic())
        .isEqualTo(type == Observable.Type.COUNTER);
    assertThat(collected.get(1).getDoubleSumData().isMonotonic())
        .isEqualTo(type == Observable.Type.COUNTER);
  }

  @ParameterizedTest
  @CsvSource({"false, 5, 8", "true, 5, 3"})
  void counter_reportsTotalsOrDifferences(boolean delta, long first, long second) {
    AtomicLong total = new AtomicLong(5);
    Metrics.observe(
        scope,
        "n",
        "1",
        "",
        Observable.Type.COUNTER,
        observer -> observer.value(total.get(), Labels.of("a")),
        "k");
    Metrics.observeDouble(
        scope,
        "s",
        "s",
        "",
        Observable.Type.COUNTER,
        observer -> observer.value((double) total.get(), Labels.of("a")),
        "k");
    MetricCollection collection = collection(delta);

    List<MetricData> before = collect(collection);
    total.set(8);
    List<MetricData> after = collect(collection);

    assertThat(before.get(0).getLongSumData().getPoints())
        .extracting(LongPointData::getValue)
        .containsExactly(first);
    assertThat(after.get(0).getLongSumData().getPoints())
        .extracting(LongPointData::getValue)
        .containsExactly(second);
    assertThat(after.get(1).getDoubleSumData().getPoints())
        .extracting(DoublePointData::getValue)
        .containsExactly((double) second);
    assertThat(after.get(0).getLongSumData().getAggregationTemporality())
        .isEqualTo(delta ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE);
  }

  @ParameterizedTest
  @CsvSource({"false, 2, 5", "true, 2, 3"})
  void recordedCounter_reportsTotalsOrDifferences(boolean delta, long first, long second) {
    Counter counter = Metrics.counter(scope, "n", "1", "", true, "k");
    Counter upAndDown = Metrics.counter(scope, "u", "1", "", false, "k");
    MetricCollection collection = collection(delta);
    counter.add(2, Labels.of("a"));
    upAndDown.add(2, Labels.of("a"));

    List<MetricData> before = collect(collection);
    counter.add(3, Labels.of("a"));
    upAndDown.add(-3, Labels.of("a"));
    List<MetricData> after = collect(collection);

    assertThat(before.get(0).getLongSumData().getPoints())
        .extracting(LongPointData::getValue)
        .containsExactly(first);
    assertThat(after.get(0).getLongSumData().getPoints())
        .extracting(LongPointData::getValue)
        .containsExactly(second);
    assertThat(after.get(0).getLongSumData().isMonotonic()).isTrue();
    assertThat(after.get(0).getLongSumData().getAggregationTemporality())
        .isEqualTo(delta ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE);
    assertThat(after.get(1).getLongSumData().getPoints())
        .extracting(LongPointData::getValue)
        .containsExactly(-1L);
    assertThat(after.get(1).getLongSumData().getAggregationTemporality())
        .isEqualTo(AggregationTemporality.CUMULATIVE);
  }

  @Test
  void recordedCounter_ofFractions_isDouble_fromThenOn() {
    Counter counter = Metrics.counter(scope, "n", "1", "", true, "k");
    MetricCollection collection = collection(true);
    counter.add(2, Labels.of("a"));
    collect(collection);

    counter.add(0.5, Labels.of("a"));

    assertThat(collect(collection).get(0).getDoubleSumData().getPoints())
        .extracting(DoublePointData::getValue)
        .containsExactly(0.5);
  }

  @Test
  void counter_madeAgain_startsAnew() {
    MetricCollection collection = collection(true);
    Counter first = Metrics.counter(scope, "n", "1", "", true, "k");
    first.add(9, Labels.of("a"));
    collect(collection);
    Metrics.remove(first);
    Metrics.counter(scope, "n", "1", "", true, "k").add(1, Labels.of("a"));

    LongPointData point = collect(collection).get(0).getLongSumData().getPoints().iterator().next();

    assertThat(point.getValue()).isEqualTo(1);
    assertThat(point.getStartEpochNanos()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(STARTED));
  }

  @Test
  void gauge_reportsItsPresentSeries() {
    Gauge gauge = Metrics.gauge(scope, "g", "1", "", "k");
    MetricCollection collection = collection(true);
    gauge.set(1, Labels.of("a"));
    List<MetricData> whole = collect(collection);

    gauge.replace(Map.of(Labels.of("b"), 0.5));
    List<MetricData> fractional = collect(collection);
    gauge.replace(Map.of());

    assertThat(whole.get(0).getLongGaugeData().getPoints())
        .extracting(LongPointData::getValue)
        .containsExactly(1L);
    assertThat(fractional.get(0).getDoubleGaugeData().getPoints())
        .extracting(DoublePointData::getAttributes)
        .containsExactly(Attributes.of(stringKey("k"), "b"));
    assertThat(collect(collection)).isEmpty();
  }

  @Test
  void totals_besideDifferences_disturbNeither() {
    Metrics.pull(true);
    try {
      MetricCollection differences = collection(true);
      MetricCollection totals =
          MetricCollection.ofTotals(
              Resource.empty(), new Scopes("1"), new SdkAttributes(1, 1), STARTED);
      histogram().record(1, Labels.of("GET", 200L), Spans.named("x"));
      collect(totals);
      assertThat(point(differences).getCounts()).containsExactly(1L, 0L, 0L);
      histogram().record(3, Labels.of("GET", 200L), Spans.named("x"));

      HistogramPointData total = point(totals);

      assertThat(total.getCounts()).containsExactly(1L, 0L, 1L);
      assertThat(total.getSum()).isEqualTo(4);
      assertThat(total.getExemplars()).hasSize(2);
      HistogramPointData difference = point(differences);
      assertThat(difference.getCounts()).containsExactly(0L, 0L, 1L);
      assertThat(difference.getExemplars()).hasSize(1);
    } finally {
      Metrics.pull(false);
    }
  }

  @Test
  void observable_thatFails_isSaidOnceAndCounted_andTheOthersGoOn() {
    Observable.Source bad =
        observer -> {
          throw new IllegalStateException("no");
        };
    Metrics.observe(scope, "bad", "1", "", Observable.Type.GAUGE, bad);
    histogram().record(1, Labels.of("GET", 200L), null);
    MetricCollection collection = collection(false);

    try (CapturedErr err = new CapturedErr()) {
      collect(collection);

      assertThat(collect(collection)).extracting(MetricData::getName).containsExactly("h");
      assertThat(err.lines())
          .filteredOn(line -> line.contains("metric bad "))
          .containsExactly("metric bad has no value: java.lang.IllegalStateException: no");
    }
    Map<String, Long> faults = new HashMap<>();
    Faults.counts(faults::put);
    assertThat(faults).containsEntry(scope.name(), 2L);
  }

  @Test
  void observable_withoutMemory_isLeftOutInSilence() {
    Observable.Source starved =
        observer -> {
          throw new OutOfMemoryError("of the test");
        };
    Metrics.observe(scope, "starved", "1", "", Observable.Type.GAUGE, starved);
    histogram().record(1, Labels.of("GET", 200L), null);

    try (CapturedErr err = new CapturedErr()) {
      assertThat(collect(collection(false))).extracting(MetricData::getName).containsExactly("h");

      assertThat(err.lines()).noneMatch(line -> line.contains("starved"));
    }
  }
}
