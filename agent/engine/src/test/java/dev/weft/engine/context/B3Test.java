// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.SpanContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class B3Test {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final String IDENTITY = TRACE + " " + SPAN;

  private final B3 single = new B3(true);
  private final B3 multi = new B3(false);

  @ParameterizedTest
  @CsvSource({
    TRACE + "-" + SPAN + "-1," + IDENTITY + " 1",
    TRACE + "-" + SPAN + "-0," + IDENTITY + " 0",
    TRACE + "-" + SPAN + "-d," + IDENTITY + " 1",
    TRACE + "-" + SPAN + "," + IDENTITY + " 0",
    TRACE + "-" + SPAN + "-1-05e3ac9a4f6e3b90," + IDENTITY + " 1",
    "8448eb211c80319c-" + SPAN + "-1, 00000000000000008448eb211c80319c " + SPAN + " 1",
    "0, none",
    "1, none",
    "-, none",
    TRACE + ", none",
    TRACE + "-, none",
    "0af7-" + SPAN + "-1, none",
    TRACE + "-b7ad-1, none",
    "0000000000000000-" + SPAN + "-1, none",
    "XXf7651916cd43dd8448eb211c80319c-" + SPAN + "-1, none"
  })
  void extract_ofOneHeader(String header, String expected) {
    assertThat(Headers.of("b3", header).identity(single)).isEqualTo(expected);
    assertThat(Headers.of("b3", header).identity(multi)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0, 0", "true, 1", "TRUE, 1", "false, 0", "d, 1", "'', 0", "x, 0"})
  void extract_ofSeveralHeaders(String sampled, String expected) {
    Headers headers =
        Headers.of("X-B3-TraceId", TRACE, "x-b3-spanid", SPAN, "X-B3-Sampled", sampled);

    assertThat(headers.identity(multi)).isEqualTo(IDENTITY + " " + expected);
    assertThat(headers.identity(single)).isEqualTo(IDENTITY + " " + expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0, 0"})
  void extract_ofFlags(String flags, String expected) {
    Headers headers =
        Headers.of(
            "X-B3-TraceId", TRACE, "X-B3-SpanId", SPAN, "X-B3-Flags", flags, "X-B3-Sampled", "0");

    assertThat(headers.identity(multi)).isEqualTo(IDENTITY + " " + expected);
  }

  @Test
  void extract_ofMalformedSingleHeader_looksAtTheOthers() {
    Headers headers =
        Headers.of("b3", "1", "X-B3-TraceId", TRACE, "X-B3-SpanId", SPAN, "X-B3-Sampled", "1");

    assertThat(headers.identity(single)).isEqualTo(IDENTITY + " 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-B3-TraceId", "X-B3-SpanId"})
  void extract_ofHalfAnIdentity_findsNothing(String missing) {
    String other = missing.equals("X-B3-SpanId") ? "X-B3-TraceId" : "X-B3-SpanId";

    assertThat(Headers.of(other, TRACE.substring(16)).identity(multi)).isEqualTo("none");
  }

  @Test
  void inject_writesWhatExtractReads() {
    SpanContext context = Headers.of("b3", TRACE + "-" + SPAN + "-1").read(single);

    assertThat(Headers.written(single, context))
        .containsExactly(Map.entry("b3", TRACE + "-" + SPAN + "-1"));
    assertThat(Headers.written(multi, context))
        .containsOnly(
            Map.entry("X-B3-TraceId", TRACE),
            Map.entry("X-B3-SpanId", SPAN),
            Map.entry("X-B3-Sampled", "1"));
  }

  @Test
  void inject_ofNoTrace_writesNothing() {
    SpanContext none = SpanContext.remote(0, 0, 0, true, null, "b=1");

    assertThat(Headers.written(single, none)).isEmpty();
    assertThat(Headers.written(multi, none)).isEmpty();
  }
}
