// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpanHistoryTest {
  private static final Scope SCOPE = Scope.of("test");
  private static final SpanContext OTHER = SpanContext.remote(1, 2, 3, true, null, null);

  private final Recorded recorded = Recorded.with(Samplers.ALWAYS_ON);

  @AfterEach
  void restore() {
    recorded.close();
    Tracing.limit(128, 128);
  }

  @Test
  void event_keepsOrderAndAttributes() {
    Span span = Tracing.startInternal(SCOPE, "x");
    Exception thrown = new Exception();

    span.event("first", "a", 1L, "b", null);
    span.failed(thrown);
    span.event("last");
    span.end();

    assertThat(span.events())
        .extracting(SpanEvent::name)
        .containsExactly("first", "exception", "last");
    SpanEvent first = span.events().get(0);
    assertThat(first.attributeKey(0)).isEqualTo("a");
    assertThat(first.attributeValue(0)).isEqualTo(1L);
    assertThat(first.attributeValue(1)).isNull();
    assertThat(first.epochNanos()).isBetween(span.startEpochNanos(), span.endEpochNanos());
    assertThat(span.thrown()).isSameAs(thrown);
  }

  @Test
  void limits_countWhatTheyLeaveOut() {
    Tracing.limit(1, 1);
    Span span = Tracing.startInternal(SCOPE, "x");

    span.event("a").event("b").link(OTHER).link(OTHER);

    assertThat(span.events()).hasSize(1);
    assertThat(span.eventCount()).isEqualTo(2);
    assertThat(span.links()).containsExactly(OTHER);
    assertThat(span.linkCount()).isEqualTo(2);
  }

  @Test
  void afterTheEnd_nothingIsKept() {
    Span span = Tracing.startInternal(SCOPE, "x");
    span.end();

    span.event("late").link(OTHER);

    assertThat(span.events()).isEmpty();
    assertThat(span.links()).isEmpty();
  }

  @Test
  void link_toNothing_isIgnored() {
    Span span = Tracing.startInternal(SCOPE, "x");

    span.link(null).link(SpanContext.NONE);

    assertThat(span.linkCount()).isZero();
  }

  @Test
  void unsampled_keepsNothing() {
    try (Recorded none = Recorded.with(Samplers.ALWAYS_OFF)) {
      Span span = Tracing.startInternal(SCOPE, "x");

      span.event("a").link(OTHER);

      assertThat(span.eventCount() + span.linkCount()).isZero();
      assertThat(none.spans).isEmpty();
    }
  }
}
