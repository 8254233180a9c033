// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.SpanContext;
import org.junit.jupiter.api.Test;

class SdkContextsTest {
  @Test
  void of_saysWhatTheSpanSays() {
    io.opentelemetry.api.trace.SpanContext made =
        SdkContexts.of(SpanContext.remote(1, 2, 3, true, "vendor=x", null));

    assertThat(made.getTraceId()).isEqualTo("00000000000000010000000000000002");
    assertThat(made.getSpanId()).isEqualTo("0000000000000003");
    assertThat(made.isSampled()).isTrue();
    assertThat(made.getTraceState().get("vendor")).isEqualTo("x");
  }
}
