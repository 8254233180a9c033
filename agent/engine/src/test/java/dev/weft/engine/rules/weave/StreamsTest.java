// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.api.trace.Tracing;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What Project Reactor promises ends a call when it is done. */
class StreamsTest {
  private static final String RULES =
      """
      one:
        on: {class: dev.weft.engine.rules.weave.sample.Streams, method: mono(kind)}
        span: {name: one, attributes: {kind: kind, is: return, length: 'return?.length'}}
      many:
        on: {class: dev.weft.engine.rules.weave.sample.Streams, method: flux(kind)}
        span: {name: many, attributes: {kind: kind}}
      """;

  @TempDir Path folder;
  private Ruled ruled;
  private Function<String, Object> streams;

  @BeforeEach
  @SuppressWarnings("unchecked")
  void weave() throws Exception {
    ruled = new Ruled(folder, RULES);
    streams = (Function<String, Object>) ruled.other("Streams");
  }

  @AfterEach
  void end() {
    ruled.close();
  }

  private Mono<?> mono(String kind) {
    return (Mono<?>) streams.apply(kind);
  }

  @Test
  void mono_endsItsCallWhenItIsDone() {
    Mono<?> mono = mono("value");
    assertThat(ruled.spans()).isEmpty();
    assertThat(Tracing.current()).isNull();

    assertThat(mono.block()).isEqualTo("value");
    assertThat(mono.block()).isEqualTo("value");

    assertThat(ruled.spans()).containsExactly("one {is=value, kind=value, length=5}");
  }

  @Test
  void failure_isThatOfTheCall() {
    Mono<?> mono = mono("failing");

    assertThatThrownBy(mono::block).isInstanceOf(IllegalArgumentException.class);

    assertThat(ruled.spans())
        .containsExactly(
            "one failed {error.type=java.lang.IllegalArgumentException, kind=failing}");
  }

  @Test
  void cancelled_isDone() {
    mono("never").subscribe().dispose();

    assertThat(ruled.spans()).containsExactly("one {kind=never}");
  }

  @Test
  void whatIsNoStream_endsTheCallAtOnce() {
    assertThat(streams.apply("none")).isNull();
    assertThatThrownBy(() -> streams.apply("thrown")).isInstanceOf(IllegalStateException.class);

    assertThat(ruled.spans())
        .containsExactly(
            "one {kind=none}",
            "one failed {error.type=java.lang.IllegalStateException, kind=thrown}");
  }

  @Test
  void flux_endsItsCallWithItsLastElement() {
    Flux<?> flux = (Flux<?>) streams.apply("flux");

    assertThat(flux.collectList().block()).isEqualTo(List.of("flux", "more"));

    assertThat(ruled.spans()).containsExactly("many {kind=flux}");
  }

  @Test
  void failingFlux_isAFailedCall() {
    Flux<?> flux = (Flux<?>) streams.apply("flux-failing");

    assertThatThrownBy(flux::blockLast).isInstanceOf(IllegalArgumentException.class);

    assertThat(ruled.spans())
        .containsExactly(
            "many failed {error.type=java.lang.IllegalArgumentException, kind=flux-failing}");
  }
}
