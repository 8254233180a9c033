// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.SpanContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropagatorsTest {
  private static final String PARENT = "00-00000000000000000000000000000001-0000000000000001-01";
  private static final String B3 = "00000000000000000000000000000002-0000000000000002-1";

  private static Propagator propagators(String names) {
    return Propagators.of(List.of(names.split(" ")));
  }

  private static Headers message() {
    return Headers.of("traceparent", PARENT, "tracestate", "k=v", "b3", B3, "baggage", "b=1");
  }

  @ParameterizedTest
  @CsvSource({
    "tracecontext baggage, 1, k=v, b=1",
    "baggage tracecontext, 1, k=v, b=1",
    "tracecontext b3 baggage, 2, , b=1",
    "b3multi tracecontext, 1, k=v,",
    "baggage b3, 2, , b=1"
  })
  void extract_lastTraceWins_andBaggageStays(
      String names, long id, String traceState, String baggage) {
    SpanContext read = message().read(propagators(names));

    assertThat(read.spanId()).isEqualTo(id);
    assertThat(read.traceState()).isEqualTo(traceState);
    assertThat(read.baggage()).isEqualTo(baggage);
    assertThat(read.remote()).isTrue();
  }

  @Test
  void extract_ofBaggageAlone_isNoTrace() {
    SpanContext read = Headers.of("baggage", "b=1").read(propagators("tracecontext baggage"));

    assertThat(read.valid()).isFalse();
    assertThat(read.baggage()).isEqualTo("b=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "x-ray", "none tracecontexts"})
  void of_nothingKnown_doesNothing(String names) {
    assertThat(propagators(names)).isSameAs(Propagator.NONE);
    assertThat(message().read(Propagator.NONE)).isNull();
  }

  @Test
  void inject_writesForAll() {
    SpanContext context = message().read(propagators("tracecontext baggage"));

    Map<String, String> written =
        Headers.written(propagators("tracecontext baggage b3 b3multi"), context);

    assertThat(written.keySet())
        .containsExactlyInAnyOrder(
            "traceparent",
            "tracestate",
            "baggage",
            "b3",
            "X-B3-TraceId",
            "X-B3-SpanId",
            "X-B3-Sampled");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8192, 8193})
  void baggage_ofSomeLength(int length) {
    String baggage = "b".repeat(length);

    SpanContext read = Headers.of("baggage", baggage).read(new Baggage());

    assertThat(read == null ? null : read.baggage()).isEqualTo(length > 8192 ? null : baggage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "b=\n", "b=\u00e9", "b=\u007f"})
  void baggage_thatCannotBeSent_isDropped(String baggage) {
    assertThat(Headers.of("baggage", baggage).read(new Baggage())).isNull();
  }
}
