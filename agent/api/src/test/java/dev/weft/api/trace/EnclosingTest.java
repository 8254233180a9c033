// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Metrics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnclosingTest {
  private static final Scope SCOPE = Scope.of("test");

  private final Recorded recorded = Recorded.with(Samplers.ALWAYS_ON);
  private final List<Span> ended = new ArrayList<>();
  private final Enclosing enclosing =
      new Enclosing() {
        @Override
        public void ended(Span span) {
          ended.add(span);
        }

        @Override
        public void observed(String signal, long count) {}
      };

  @AfterEach
  void restore() {
    Tracing.makeCurrent(null);
    recorded.close();
    Metrics.record(true);
  }

  private static Span current(Span span) {
    Tracing.makeCurrent(span);
    return span;
  }

  @Test
  void ended_isToldOfAllBelow_andNotOfWhatIsBeside() {
    Span outer = current(Tracing.startInternal(SCOPE, "outer"));
    outer.enclosing(enclosing);
    Span child = current(Tracing.startInternal(SCOPE, "child"));
    Span grandchild = Tracing.start(SCOPE, "grandchild", SpanKind.CLIENT, false, System.nanoTime());
    Tracing.makeCurrent(null);
    Span beside = Tracing.startInternal(SCOPE, "beside");

    grandchild.end();
    child.end();
    beside.end();
    outer.end();
    outer.end();

    assertThat(ended).containsExactly(grandchild, child, outer);
  }

  @Test
  void ended_unsampled_isToldToo_withItsTime() throws InterruptedException {
    Metrics.record(false);
    try (Recorded none = Recorded.with(Samplers.ALWAYS_OFF)) {
      current(Tracing.startInternal(SCOPE, "outer").enclosing(enclosing));
      Span child = Tracing.startInternal(SCOPE, "child");
      long before = System.nanoTime();
      while (System.nanoTime() == before) {
        Thread.onSpinWait();
      }

      child.end();

      assertThat(ended).containsExactly(child);
      assertThat(child.durationNanos()).isPositive();
      assertThat(none.spans).isEmpty();
    }
  }

  @Test
  void start_root_beginsATrace_andIsStillEnclosed() {
    Span outer = current(Tracing.startInternal(SCOPE, "outer").enclosing(enclosing));

    Span root = Tracing.start(SCOPE, "root", SpanKind.CONSUMER, true, System.nanoTime());
    root.end();

    assertThat(root.parent()).isNull();
    assertThat(root.context().traceIdText()).isNotEqualTo(outer.context().traceIdText());
    assertThat(root.kind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(ended).containsExactly(root);
  }

  @Test
  void start_inheritsWhatIsCovered_andIsTimedEvenIfNobodyAsks() throws InterruptedException {
    Metrics.record(false);
    try (Recorded none = Recorded.with(Samplers.ALWAYS_OFF)) {
      current(Tracing.startClient(SCOPE, "call", Protocol.HTTP_CLIENT));
      Span below =
          current(Tracing.start(SCOPE, "below", SpanKind.PRODUCER, false, System.nanoTime()));
      boolean belowIsCovered = Tracing.suppressed(Protocol.HTTP_CLIENT);
      current(Tracing.start(SCOPE, "root", SpanKind.INTERNAL, true, System.nanoTime()));
      boolean rootIsCovered = Tracing.suppressed(Protocol.HTTP_CLIENT);
      long before = System.nanoTime();
      while (System.nanoTime() == before) {
        Thread.onSpinWait();
      }

      below.end();

      assertThat(below.durationNanos()).isPositive();
      assertThat(belowIsCovered).isTrue();
      assertThat(rootIsCovered).isFalse();
      assertThat(none.spans).isEmpty();
    }
  }

  @Test
  void enclosing_ofAChild_takesThePlaceOfThatAbove() {
    List<Span> inner = new ArrayList<>();
    current(Tracing.startInternal(SCOPE, "outer").enclosing(enclosing));
    Span child = current(Tracing.startInternal(SCOPE, "child"));

    child.enclosing(
        new Enclosing() {
          @Override
          public void ended(Span span) {
            inner.add(span);
          }

          @Override
          public void observed(String signal, long count) {}
        });
    Span grandchild = Tracing.startInternal(SCOPE, "grandchild");
    grandchild.end();

    assertThat(inner).containsExactly(grandchild);
    assertThat(ended).isEmpty();
  }

  @Test
  void transparent_unsampled_staysInTheTrace() {
    try (Recorded none = Recorded.with(Samplers.ALWAYS_OFF)) {
      Span outer = current(Tracing.startInternal(SCOPE, "outer"));
      Span between = current(Tracing.transparent(outer, SCOPE, "between"));
      Span child = Tracing.startInternal(SCOPE, "child");
      child.end();

      assertThat(between.context()).isSameAs(outer.context());
      assertThat(child.context().traceIdText()).isEqualTo(outer.context().traceIdText());
      assertThat(child.sampled()).isFalse();
      assertThat(none.spans).isEmpty();
    }
  }

  @Test
  void transparent_childrenBelongToItsParent() {
    Span outer = Tracing.startInternal(SCOPE, "outer");
    Span between = current(Tracing.transparent(outer, SCOPE, "between").enclosing(enclosing));
    Span child = Tracing.startInternal(SCOPE, "child");

    child.end();
    between.set("ignored", 1).end();
    outer.end();

    assertThat(child.parentSpanId()).isEqualTo(outer.context().spanId());
    assertThat(recorded.spans).containsExactly(child, outer);
    assertThat(ended).containsExactly(child);
  }

  @Test
  void transparent_withoutParent_childrenAreRoots() {
    current(Tracing.transparent(null, SCOPE, "nothing"));

    Span child = Tracing.startInternal(SCOPE, "child");
    child.end();

    assertThat(child.sampled()).isTrue();
    assertThat(child.context().valid()).isTrue();
    assertThat(child.parent()).isNull();
    assertThat(Math.abs(child.startEpochNanos() / 1_000_000 - System.currentTimeMillis()))
        .isLessThan(60_000);
  }
}
