// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is not sampled has an identity all the same, from when somebody asks for it. */
class UnsampledTest {
  private static final Scope SCOPE = Scope.of("test");
  private static final String TRACE = "00000000000000010000000000000002";

  private final SpanContext remote = SpanContext.remote(1, 2, 3, false, "k=v", "b=1");
  private final Recorded recorded = Recorded.with(Samplers.parentBased(Samplers.ALWAYS_ON));

  @AfterEach
  void restore() {
    recorded.close();
    Metrics.record(true);
  }

  @Test
  void context_ofEachSpan_isOneOfItsOwnInTheTraceOfTheCaller() {
    Span server = Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote);
    Tracing.makeCurrent(server);
    Span client = Tracing.startClient(SCOPE, "SELECT", Protocol.DB_CLIENT);

    for (Span span : new Span[] {client, server}) {
      assertThat(span.context().traceIdText()).isEqualTo(TRACE);
      assertThat(span.context().flags()).isEqualTo(remote.flags());
      assertThat(span.context().traceState()).isEqualTo("k=v");
      assertThat(span.context().baggage()).isEqualTo("b=1");
      assertThat(span.context().remote()).isFalse();
      assertThat(span.context()).isSameAs(span.context());
    }
    assertThat(client.context().spanId())
        .isNotEqualTo(server.context().spanId())
        .isNotEqualTo(remote.spanId());
  }

  @Test
  void context_ofAParentThatNobodyAskedBefore_isInTheTraceOfItsChild() {
    Tracing.install(span -> {}, Samplers.ALWAYS_OFF, Propagator.NONE, false);
    Span root = Tracing.startInternal(SCOPE, "root");
    Tracing.makeCurrent(root);

    Span child = Tracing.startInternal(SCOPE, "child");

    assertThat(child.context().traceIdText()).isEqualTo(root.context().traceIdText());
    assertThat(child.context().valid()).isTrue();
    assertThat(child.sampled()).isFalse();
  }

  @Test
  void parent_ofOneThatIsSampled_isTheSpanItselfThoughItIsNot() {
    Span server = Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote);
    Tracing.makeCurrent(server);
    Tracing.install(span -> {}, Samplers.ALWAYS_ON, Propagator.NONE, false);

    Span client = Tracing.startClient(SCOPE, "SELECT", Protocol.DB_CLIENT);

    assertThat(client.sampled()).isTrue();
    assertThat(client.parentSpanId()).isEqualTo(server.context().spanId());
  }

  @Test
  void start_ofASampledOneBelowOneThatReadNoClock_isNow() {
    Metrics.record(false);
    Tracing.makeCurrent(Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote));
    Tracing.install(span -> {}, Samplers.ALWAYS_ON, Propagator.NONE, false);

    Span client = Tracing.startClient(SCOPE, "SELECT", Protocol.DB_CLIENT);

    long startMillis = client.startEpochNanos() / 1_000_000;
    assertThat(startMillis)
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);
  }

  @Test
  void suppressed_withinOneThatIsNotSampled() {
    Span server = Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote);
    Tracing.makeCurrent(server);

    assertThat(Tracing.suppressed(Protocol.HTTP_SERVER)).isTrue();
    assertThat(Tracing.suppressed(Protocol.DB_CLIENT)).isFalse();
  }

  @Test
  void duration_isMeasuredWhileMetricsAreKept() {
    Span span = Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote);
    long begin = System.nanoTime();
    while (System.nanoTime() == begin) {
      Thread.onSpinWait();
    }
    span.end();

    assertThat(span.durationNanos()).isPositive();
  }

  @Test
  void duration_whereNobodyKeepsMetrics_isNotMeasured() {
    Metrics.record(false);
    Span span = Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote);
    span.end();

    assertThat(span.durationNanos()).isZero();
    assertThat(span.context().valid()).isTrue();
  }
}
