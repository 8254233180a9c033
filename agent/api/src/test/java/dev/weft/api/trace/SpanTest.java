// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final Scope SCOPE = Scope.of("test");

  private final Recorded recorded = Recorded.with(Samplers.ALWAYS_ON);

  @AfterEach
  void restore() {
    recorded.close();
  }

  private static Map<String, Object> attributes(Span span) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (int i = 0; i < span.attributeCount(); i++) {
      attributes.put(span.attributeKey(i), span.attributeValue(i));
    }
    return attributes;
  }

  @Test
  void set_ofEachType() {
    Span span = Tracing.startInternal(SCOPE, "x");
    String[] texts = {"a", "b"};

    span.set("text", "t").set("whole", 5).set("large", 1L << 40).set("flag", true);
    span.set("fraction", 0.5).set("texts", texts).set("absent", (String) null);

    assertThat(attributes(span))
        .containsExactly(
            Map.entry("text", "t"),
            Map.entry("whole", 5L),
            Map.entry("large", 1L << 40),
            Map.entry("flag", true),
            Map.entry("fraction", 0.5),
            Map.entry("texts", texts));
  }

  @Test
  void set_again_replacesInPlace() {
    Span span = Tracing.startInternal(SCOPE, "x");

    span.set("a", 1).set("b", 2).set("a", "other");

    assertThat(attributes(span)).containsExactly(Map.entry("a", "other"), Map.entry("b", 2L));
  }

  @Test
  void share_keepsTheArrayAsItIs() {
    Object[] common = {"a", "1", "b", "2", null, null};
    Span one = Tracing.startInternal(SCOPE, "one");
    Span other = Tracing.startInternal(SCOPE, "other");
    one.share(common, 4);
    other.share(common, 4);

    one.set("a", "own");
    other.set("c", "more");

    assertThat(attributes(one)).containsExactly(Map.entry("a", "own"), Map.entry("b", "2"));
    assertThat(attributes(other))
        .containsExactly(Map.entry("a", "1"), Map.entry("b", "2"), Map.entry("c", "more"));
    assertThat(common).containsExactly("a", "1", "b", "2", null, null);
  }

  @Test
  void share_afterAttributes_changesNothing() {
    Span span = Tracing.startInternal(SCOPE, "x").set("a", "1");

    span.share(new Object[] {"b", "2"}, 2);

    assertThat(attributes(span)).containsExactly(Map.entry("a", "1"));
  }

  @Test
  void set_ofMany_growsWithoutLoss() {
    Span span = Tracing.startInternal(SCOPE, "x");

    for (int i = 0; i < 100; i++) {
      span.set("key" + i, i);
    }

    assertThat(attributes(span)).hasSize(100).containsEntry("key0", 0L).containsEntry("key99", 99L);
  }

  @Test
  void end_countsOnce() {
    Span span = Tracing.startInternal(SCOPE, "x");

    span.end();
    long end = span.endEpochNanos();
    span.end();

    assertThat(recorded.spans).containsExactly(span);
    assertThat(span.endEpochNanos()).isEqualTo(end);
    assertThat(span.durationNanos()).isEqualTo(end - span.startEpochNanos()).isNotNegative();
  }

  @Test
  void set_afterTheEnd_isIgnored() {
    Span span = Tracing.startInternal(SCOPE, "x");
    span.end();

    span.set("late", 1);
    span.failed(new IllegalStateException());

    assertThat(span.recording()).isFalse();
    assertThat(attributes(span)).isEmpty();
    assertThat(span.thrown()).isNull();
  }

  @Test
  void failed_keepsTheFirstException() {
    Span span = Tracing.startInternal(SCOPE, "x");
    Exception first = new Exception("first");

    span.failed(first);
    span.failed(new Exception("second"));

    assertThat(span.isFailed()).isTrue();
    assertThat(span.thrown()).isSameAs(first);
    assertThat(span.events().get(0).epochNanos()).isGreaterThanOrEqualTo(span.startEpochNanos());
  }

  @Test
  void unsampled_keepsNothingAndGoesNowhere() {
    try (Recorded none = Recorded.with(Samplers.ALWAYS_OFF)) {
      Span span = Tracing.startInternal(SCOPE, "x").set("a", 1);

      span.failed(new Exception());
      span.end();

      assertThat(attributes(span)).isEmpty();
      assertThat(span.thrown()).isNull();
      assertThat(none.spans).isEmpty();
      assertThat(span.context().valid()).isTrue();
    }
  }
}
