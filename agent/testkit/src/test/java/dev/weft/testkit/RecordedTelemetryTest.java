// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecordedTelemetryTest {
  private final RecordedTelemetry telemetry = new RecordedTelemetry(Duration.ofMillis(50));

  @Test
  void takeSpan_arrivedBefore_returnsIt() {
    RecordedSpan span = SomeSpan.root("t1", "a");
    telemetry.addSpans(List.of(span, SomeSpan.root("t1", "b")));

    RecordedSpan taken = telemetry.takeSpan("name-a");

    assertThat(taken).isSameAs(span);
  }

  @Test
  void takeSpan_arrivesWhileWaiting_returnsIt() throws Exception {
    RecordedTelemetry patient = new RecordedTelemetry(Duration.ofSeconds(10));
    CompletableFuture<RecordedSpan> taken =
        CompletableFuture.supplyAsync(() -> patient.takeSpan(span -> span.spanId().equals("b")));

    patient.addSpans(List.of(SomeSpan.root("t1", "a")));
    patient.addSpans(List.of(SomeSpan.root("t1", "b")));

    assertThat(taken.get(10, TimeUnit.SECONDS).spanId()).isEqualTo("b");
  }

  @Test
  void takeSpan_equalSpansTwice_takesEachOnce() {
    telemetry.addSpans(List.of(SomeSpan.root("t1", "a"), SomeSpan.root("t1", "a")));

    telemetry.takeSpan("name-a");

    assertThatThrownBy(telemetry::assertAllClaimed).hasMessageContaining("1 of 2 spans unclaimed");
    assertThat(telemetry.takeSpan("name-a").spanId()).isEqualTo("a");
    assertThatCode(telemetry::assertAllClaimed).doesNotThrowAnyException();
  }

  @Test
  void takeSpan_missing_showsWhatDidArrive() {
    telemetry.addSpans(List.of(SomeSpan.root("t1", "a")));

    assertThatThrownBy(() -> telemetry.takeSpan("name-x"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no unclaimed span named name-x")
        .hasMessageContaining("! INTERNAL name-a");
  }

  @Test
  void assertAllClaimed_oneLeft_marksItInItsTrace() {
    telemetry.addSpans(
        List.of(
            SomeSpan.root("t1", "a"), SomeSpan.child("t1", "b", "a", 1), SomeSpan.root("t2", "c")));
    telemetry.takeSpan("name-a");
    telemetry.takeSpan("name-c");

    assertThatThrownBy(telemetry::assertAllClaimed)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 of 3 spans unclaimed")
        .hasMessageContaining("\n  INTERNAL name-a")
        .hasMessageContaining("\n!   INTERNAL name-b")
        .hasMessageNotContaining("name-c");
  }

  @Test
  void takeTrace_allClaimed_leavesNothing() {
    telemetry.addSpans(List.of(SomeSpan.child("t1", "b", "a", 1), SomeSpan.root("t1", "a")));

    List<RecordedSpan> trace = telemetry.takeTrace(2);

    assertThat(trace).extracting(RecordedSpan::spanId).containsExactly("a", "b");
    assertThat(trace.get(1).isChildOf(trace.get(0))).isTrue();
    assertThatCode(telemetry::assertAllClaimed).doesNotThrowAnyException();
  }

  @Test
  void awaitTrace_olderTraceClaimed_returnsTheNext() {
    telemetry.addSpans(List.of(SomeSpan.root("t1", "a"), SomeSpan.root("t2", "b")));
    telemetry.takeSpan("name-a");

    List<RecordedSpan> trace = telemetry.awaitTrace(1);

    assertThat(trace).extracting(RecordedSpan::traceId).containsExactly("t2");
    assertThatThrownBy(() -> telemetry.awaitTrace(2)).hasMessageContaining("no trace as expected");
  }

  @Test
  void awaitSpans_tooFew_saysHowMany() {
    telemetry.addSpans(List.of(SomeSpan.root("t1", "a")));

    assertThat(telemetry.awaitSpans(1, RecordedSpan::isRoot)).hasSize(1);
    assertThatThrownBy(() -> telemetry.awaitSpans(2, RecordedSpan::isRoot))
        .hasMessageContaining("only 1 of 2 expected spans");
  }

  @Test
  void awaitMetric_exportedTwice_returnsTheNewestThatMatches() {
    telemetry.addMetrics(List.of(counter("calls", 1), counter("calls", 2), counter("other", 3)));

    assertThat(telemetry.awaitMetric("calls")).isEqualTo(counter("calls", 2));
    assertThat(telemetry.awaitMetric("calls", counter("calls", 1)::equals))
        .isEqualTo(counter("calls", 1));
    assertThatThrownBy(() -> telemetry.awaitMetric("none")).hasMessageContaining("other");
  }

  @Test
  void clear_withUnclaimedSpans_forgetsThem() {
    telemetry.addSpans(List.of(SomeSpan.root("t1", "a")));
    telemetry.addMetrics(List.of(counter("calls", 1)));

    telemetry.clear();

    assertThat(telemetry.spans()).isEmpty();
    assertThat(telemetry.metrics()).isEmpty();
    assertThatCode(telemetry::assertAllClaimed).doesNotThrowAnyException();
  }

  @Test
  void takeSpan_interrupted_givesUpAtOnce() {
    RecordedTelemetry patient = new RecordedTelemetry(Duration.ofMinutes(1));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> patient.takeSpan("any")).hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static RecordedMetric counter(String name, long value) {
    RecordedPoint point = new RecordedPoint(Map.of(), 0, 1, value, null, List.of());
    return new RecordedMetric(
        name,
        "1",
        "",
        RecordedMetric.Type.SUM,
        true,
        RecordedMetric.Temporality.CUMULATIVE,
        List.of(point),
        SomeSpan.SCOPE,
        Map.of());
  }
}
