// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.HistogramSnapshot;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.Protocol;
import dev.weft.api.trace.Samplers;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.Tracing;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call in a trace that is not sampled: no span, but its duration, an identity and no second. */
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

  private DbCall callOnce() {
    DbCall call = telemetry.start(statement, 1);
    assertThat(call).isNotNull();
    call.makeCurrent();
    assertThat(telemetry.start(statement, 1)).as("nested").isNull();
    call.end();
    return call;
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
    DbCall call = callOnce();

    HistogramSnapshot only = recorded().get(0);
    assertThat(only.total()).isEqualTo(1);
    assertThat(only.sum()).isPositive().isEqualTo(call.span().durationNanos() / 1e9);
    assertThat(only.exemplars()).isEmpty();
    assertThat(spans).isEmpty();
  }

  @Test
  void call_whereNoMetricsAreExported_leavesNothingButAnIdentity() {
    Metrics.record(false);

    DbCall call = callOnce();

    assertThat(recorded()).allMatch(series -> series.total() == 0);
    assertThat(call.span().context().valid()).isTrue();
    assertThat(call.span().context().traceIdLow()).isEqualTo(2);
    assertThat(call.span().context().flagsText()).isEqualTo("00");
    assertThat(spans).isEmpty();
  }
}
