// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.SpanContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String IDS = "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";

  private final TraceContext propagator = new TraceContext();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + IDS + "-01",
        "00-" + IDS + "-00",
        "00-" + IDS + "-03",
        "00-" + IDS + "-fe",
        "cc-" + IDS + "-01",
        "cc-" + IDS + "-01-what-the-future-holds",
        "cc-" + IDS + "-01.",
        "ff-" + IDS + "-01",
        "00-" + IDS + "-01-",
        "00-" + IDS + "-01-more",
        "00-" + IDS + "-1",
        "00-" + IDS + "-0x",
        "0-" + IDS + "-01",
        "zz-" + IDS + "-01",
        "00_" + IDS + "-01",
        "00-" + IDS,
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-B7AD6B7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319\uff11-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        ""
      })
  void extract_asTheSdk(String traceparent) {
    assertThat(Headers.of("traceparent", traceparent).identity(propagator))
        .isEqualTo(sdk(traceparent));
  }

  private static String sdk(String traceparent) {
    TextMapGetter<String> getter =
        new TextMapGetter<>() {
          @Override
          public Iterable<String> keys(String carrier) {
            return java.util.List.of("traceparent");
          }

          @Override
          public String get(String carrier, String key) {
            return key.equals("traceparent") ? carrier : null;
          }
        };
    var context =
        Span.fromContext(
                W3CTraceContextPropagator.getInstance()
                    .extract(Context.root(), traceparent, getter))
            .getSpanContext();
    return context.isValid()
        ? context.getTraceId() + " " + context.getSpanId() + (context.isSampled() ? " 1" : " 0")
        : "none";
  }

  @Test
  void extract_withoutHeader_returnsWhatWasThere() {
    SpanContext before = SpanContext.remote(1, 2, 3, true, null, null);

    assertThat(propagator.<Map<String, String>>extract(before, Map.of(), Map::get))
        .isSameAs(before);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"k=v", "k=v,o=t;x"})
  void tracestate_isPassedOn(String state) {
    SpanContext read =
        Headers.of("traceparent", "00-" + IDS + "-01", "tracestate", state).read(propagator);

    assertThat(read.remote()).isTrue();
    assertThat(Headers.written(propagator, read).get("tracestate")).isEqualTo(state);
    assertThat(Headers.written(propagator, read)).containsEntry("traceparent", "00-" + IDS + "-01");
  }

  @ParameterizedTest
  @CsvSource({"00, 00", "01, 01", "02, 02", "03, 03", "fe, 02", "ff, 03"})
  void flags_thatAreKnown_arePassedOn(String received, String sent) {
    SpanContext read = Headers.of("traceparent", "00-" + IDS + "-" + received).read(propagator);

    assertThat(Headers.written(propagator, read))
        .containsExactly(Map.entry("traceparent", "00-" + IDS + "-" + sent));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k=\r\nX: y", "k=\u00e9", "k=\u0000"})
  void tracestate_thatCannotBeSent_isDropped(String state) {
    SpanContext read =
        Headers.of("traceparent", "00-" + IDS + "-00", "tracestate", state).read(propagator);

    assertThat(Headers.written(propagator, read))
        .containsExactly(Map.entry("traceparent", "00-" + IDS + "-00"));
  }

  @Test
  void inject_ofNoTrace_writesNothing() {
    SpanContext none = SpanContext.remote(0, 0, 0, true, "k=v", "b=1");

    assertThat(Headers.written(propagator, none)).isEmpty();
  }
}
