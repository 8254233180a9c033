// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.CapturedErr;
import dev.weft.engine.index.IndexCompiler;
import dev.weft.engine.weave.sample.FaultyInstrumentation;
import dev.weft.engine.weave.sample.SampleInstrumentation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeavingTransformerTest {
  private static final ClassLoader LOADER = WeavingTransformerTest.class.getClassLoader();
  private static final String GREETER = "dev/weft/engine/weave/target/Greeter";

  private static final String WHY =
      "dev.weft.engine.weave.target.Greeter: java.lang.IllegalStateException: no loom";

  private final Map<String, InstrumentationState> states = new LinkedHashMap<>();
  private final Explanation explanation = new Explanation(List.of("a.Asked"), false, "");
  private final Index index =
      IndexCompiler.index(List.of(new SampleInstrumentation(), new FaultyInstrumentation()));
  private final WeavingTransformer transformer = transformer();

  private WeavingTransformer transformer() {
    for (Index.Entry entry : index.entries()) {
      states.put(entry.name, new InstrumentationState(entry));
    }
    Matches matches =
        new Matches(
            states, new Ancestry(), null, new Exclusions(List.of(), List.of()), explanation);
    return new WeavingTransformer(
        index,
        matches,
        () -> {
          throw new IllegalStateException("no loom");
        },
        explanation);
  }

  private byte[] transform(ClassLoader loader, String name) {
    return transformer.transform(loader, name, null, null, new byte[] {1});
  }

  @Test
  void transform_ofAllOthers_needsNoLoom() {
    InstrumentationLoader own = new InstrumentationLoader("w.", LOADER, LOADER);
    try (CapturedErr err = new CapturedErr()) {
      assertThat(transform(LOADER, null)).isNull();
      assertThat(transform(LOADER, "a/Other")).isNull();
      assertThat(transform(null, "java/lang/String")).isNull();
      assertThat(transform(own, GREETER)).isNull();
      assertThat(err.lines()).isEmpty();
    }
  }

  @Test
  void transform_whereWeavingFails_leavesTheClass_andGoesOnWithOthers() {
    try (CapturedErr err = new CapturedErr()) {
      for (int i = 0; i < 105; i++) {
        assertThat(transform(LOADER, GREETER)).isNull();
      }

      assertThat(err.lines())
          .containsExactly(
              "sample: not woven: " + WHY,
              "sample: 10 classes were not woven so far, the last is " + WHY,
              "sample: 100 classes were not woven so far, the last is " + WHY);
    }
    assertThat(states.get("sample").on()).isTrue();
  }

  @Test
  void transform_ofAClassThatIsAskedAbout_says() {
    try (CapturedErr err = new CapturedErr()) {
      transform(null, "a/Asked");

      assertThat(err.lines())
          .containsExactly(
              "debug: a.Asked in the boot loader: no instrumentation names it or a part of it");
    }
  }

  @Test
  void index_knowsWhoObserves() {
    assertThat(index.observing()).containsExactly(FaultyInstrumentation.class.getName());
    assertThat(index.named(GREETER)).hasSize(1);
    assertThat(index.entries().get(0).roots[0].type).isEqualTo("java/util/function/Supplier");
  }
}
