// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.SpanContext;
import org.junit.jupiter.api.Test;

class SdkContextsTest {
  private final SdkContexts contexts = new SdkContexts();

  @Test
  void of_theSameAgain_isTheSameObject() {
    SpanContext span = span(1, 5);

    assertThat(contexts.of(span)).isSameAs(contexts.of(span));
  }

  @Test
  void of_saysWhatTheSpanSays() {
    io.opentelemetry.api.trace.SpanContext made =
        contexts.of(SpanContext.remote(1, 2, 3, true, "vendor=x", null));

    assertThat(made.getTraceId()).isEqualTo("00000000000000010000000000000002");
    assertThat(made.getSpanId()).isEqualTo("0000000000000003");
    assertThat(made.isSampled()).isTrue();
    assertThat(made.getTraceState().get("vendor")).isEqualTo("x");
  }

  @Test
  void of_moreThanAreRemembered_areNotMixedUp() {
    for (int round = 0; round < 2; round++) {
      for (int i = 1; i <= 1000; i++) {
        assertThat(contexts.of(span(i, i)).getSpanId()).isEqualTo(String.format("%016x", i));
      }
    }
  }

  @Test
  void of_spansOfTwoTracesWithTheSameId_areNotMixedUp() {
    assertThat(contexts.of(span(1, 5)).getTraceId()).endsWith("1");
    assertThat(contexts.of(span(2, 5)).getTraceId()).endsWith("2");
  }

  private static SpanContext span(long trace, long id) {
    return SpanContext.remote(0, trace, id, true, null, null);
  }
}
