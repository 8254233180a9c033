// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.HistogramSnapshot;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.trace.Enclosing;
import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.Protocol;
import dev.weft.api.trace.Samplers;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.Tracing;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls in traces that are not sampled: no spans, but durations, identities and none nested. */
class UnsampledCallTest {
  private final String scope = UUID.randomUUID().toString();
  private final DbTelemetry telemetry = new DbTelemetry(Scope.of(scope));
  private final DbStatement statement =
      DbStatement.of(
          JdbcUrl.parse("jdbc:postgresql://db:5432/shop"),
          "SELECT 1",
          "SELECT",
          "SELECT",
          null,
          null);
  private final List<Span> spans = new ArrayList<>();

  @BeforeEach
  void callUnsampled() {
    Tracing.install(spans::add, Samplers.parentBased(Samplers.ALWAYS_ON), Propagator.NONE, false);
    SpanContext caller = SpanContext.remote(1, 2, 3, false, null, null);
    Scope server = Scope.of("server");
    Tracing.makeCurrent(Tracing.startServer(server, "GET", Protocol.HTTP_SERVER, caller));
  }

  @AfterEach
  void restore() {
    Tracing.makeCurrent(null);
    Tracing.install(span -> {}, Samplers.parentBased(Samplers.ALWAYS_ON), Propagator.NONE, false);
    Metrics.record(true);
  }

  private Span callOnce() {
    DbCall call = telemetry.start(statement, 1);
    Span span = Tracing.current();
    assertThat(DbTelemetry.suppressed()).as("nested").isTrue();
    call.end();
    return span;
  }

  private List<HistogramSnapshot> recorded() {
    List<HistogramSnapshot> recorded = new ArrayList<>();
    Metrics.instruments().stream()
        .filter(instrument -> instrument.scope().name().equals(scope))
        .map(Histogram.class::cast)
        .forEach(all -> all.visit((labels, series) -> recorded.add(series.snapshot(false))));
    return recorded;
  }

  @Test
  void call_isInTheMetricWithItsDuration() {
    Span span = callOnce();

    HistogramSnapshot only = recorded().get(0);
    assertThat(only.total()).isEqualTo(1);
    assertThat(only.sum()).isPositive().isEqualTo(span.durationNanos() / 1e9);
    assertThat(only.exemplars()).isEmpty();
    assertThat(spans).isEmpty();
  }

  @Test
  void call_whereNoMetricsAreExported_leavesNothingButAnIdentity() {
    Metrics.record(false);

    Span span = callOnce();

    assertThat(recorded()).allMatch(series -> series.total() == 0);
    assertThat(span.context().valid()).isTrue();
    assertThat(span.context().traceIdLow()).isEqualTo(2);
    assertThat(span.context().flagsText()).isEqualTo("00");
    assertThat(spans).isEmpty();
  }

  @Test
  void span_thatNobodyAskedWhoItIs_isThatOfTheNextCall() {
    Span first = callOnce();
    Span second = callOnce();
    SpanContext known = second.context();
    Span third = callOnce();

    assertThat(second).isSameAs(first);
    assertThat(third).isNotSameAs(second);
    assertThat(third.context()).isNotSameAs(known);
    assertThat(third.context().traceIdLow()).isEqualTo(2);
    assertThat(recorded().get(0).total()).isEqualTo(3);
  }

  @Test
  void span_isNotThatOfACallOfAnotherTrace_orOfASampledOne() {
    Span first = callOnce();
    SpanContext other = SpanContext.remote(1, 4, 3, false, null, null);
    Tracing.makeCurrent(Tracing.startServer(Scope.of("s"), "GET", Protocol.HTTP_SERVER, other));
    Span second = callOnce();
    SpanContext sampled = SpanContext.remote(1, 5, 3, true, null, null);
    Tracing.makeCurrent(Tracing.startServer(Scope.of("s"), "GET", Protocol.HTTP_SERVER, sampled));
    Span third = callOnce();
    Span fourth = callOnce();

    assertThat(List.of(first, second, third, fourth)).doesNotHaveDuplicates();
    assertThat(second.context().traceIdLow()).isEqualTo(4);
    assertThat(spans).containsExactly(third, fourth);
  }

  @Test
  void span_thatSomebodyWasToldOf_isNotThatOfTheNextCall() {
    List<Span> told = new ArrayList<>();
    Tracing.current().enclosing(telling(told));
    Span first = callOnce();
    Tracing.current().enclosing(null);
    Span second = callOnce();

    assertThat(told).containsExactly(first);
    assertThat(second).isNotSameAs(first);
    assertThat(second.enclosing()).isNull();
  }

  private static Enclosing telling(List<Span> told) {
    return new Enclosing() {
      @Override
      public void ended(Span span) {
        told.add(span);
      }

      @Override
      public void observed(String signal, long count) {}
    };
  }

  @Test
  void call_insideOneThatCannotTell_isAnother() {
    DbCall outer = telemetry.start(statement, 1);
    Span server = Tracing.startServer(Scope.of("s"), "GET", Protocol.HTTP_SERVER, null);
    Span before = Tracing.makeCurrent(server);
    DbCall inner = telemetry.start(statement, 1);
    inner.end();
    Tracing.makeCurrent(before);
    outer.end();
    outer.end();

    assertThat(inner).isNotSameAs(outer);
    assertThat(recorded().get(0).total()).isEqualTo(2);
  }

  @Test
  void call_thatFailed_leavesNoneOfThatToTheNext() {
    DbCall failing = telemetry.start(statement, 1);
    failing.failed(new IllegalStateException(), "42");
    failing.end();

    Span next = callOnce();

    assertThat(next.isFailed()).isFalse();
    assertThat(recorded()).extracting(HistogramSnapshot::total).containsExactly(1L, 1L);
  }

  @Test
  void sampledCall_leavesNothingOfTheApplicationInItsThread() {
    SpanContext sampled = SpanContext.remote(1, 5, 3, true, null, null);
    Tracing.makeCurrent(Tracing.startServer(Scope.of("s"), "GET", Protocol.HTTP_SERVER, sampled));
    WeakReference<Throwable> thrown = failOnce();
    assertThat(spans).hasSize(1);
    spans.clear();

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (thrown.get() != null) {
      assertThat(System.nanoTime() - deadline).as("kept").isNegative();
      System.gc();
    }
  }

  private WeakReference<Throwable> failOnce() {
    Throwable thrown = new IllegalStateException();
    DbCall call = telemetry.start(statement, 1);
    call.failed(thrown, null);
    call.end();
    return new WeakReference<>(thrown);
  }
}
