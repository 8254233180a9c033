// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.api.Scope;
import dev.weft.engine.weave.sample.GreetingAdvice;
import dev.weft.engine.weave.sample.SampleInstrumentation;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InstrumentationLoadersTest {
  private static final ClassLoader AGENT = InstrumentationLoadersTest.class.getClassLoader();

  private final InstrumentationLoaders loaders = new InstrumentationLoaders(AGENT);
  private final TargetLoader application = new TargetLoader();

  private static Index.Entry entry(String name) {
    String type = SampleInstrumentation.class.getName();
    return new Index.Entry(name, type, new String[0], new Index.Root[0], false);
  }

  @Test
  void of_onePair_isOne() {
    InstrumentationLoader one = loaders.of(entry("one"), application);

    assertThat(loaders.of(entry("one"), application)).isSameAs(one);
    assertThat(loaders.of(entry("two"), application)).isNotSameAs(one);
    assertThat(loaders.of(entry("one"), new TargetLoader())).isNotSameAs(one);
  }

  @Test
  void of_theBootLoader_seesThePlatform() throws Exception {
    InstrumentationLoader loader = loaders.of(entry("one"), null);

    assertThat(loader.getParent()).isSameAs(AGENT.getParent());
    assertThat(loader.loadClass("java.sql.Connection")).isSameAs(java.sql.Connection.class);
  }

  @Test
  void loadClass_ofItsOwnPackage_definesAnew() throws Exception {
    InstrumentationLoader loader = loaders.of(entry("one"), application);

    Class<?> advice = loader.loadClass(GreetingAdvice.class.getName());

    assertThat(advice.getClassLoader()).isSameAs(loader);
    assertThat(loader.loadClass(GreetingAdvice.class.getName())).isSameAs(advice);
    assertThatThrownBy(() -> loader.loadClass(GreetingAdvice.class.getName() + "Missing"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void loadClass_ofOthers_asksTheAgentOrTheApplication() throws Exception {
    InstrumentationLoader loader = loaders.of(entry("one"), application);
    String target = "dev.weft.engine.weave.target.Greeter";

    assertThat(loader.loadClass(Scope.class.getName())).isSameAs(Scope.class);
    assertThat(loader.loadClass(target)).isSameAs(application.loadClass(target));
    assertThat(loader.loadClass("java.lang.String")).isSameAs(String.class);
  }

  @Test
  void of_whatNobodyUses_isCollected() throws Exception {
    WeakReference<InstrumentationLoader> gone =
        new WeakReference<>(loaders.of(entry("one"), application));

    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (gone.get() != null) {
      assertThat(System.nanoTime() - deadline).as("still referred to").isNegative();
      System.gc();
    }
    assertThat(loaders.of(entry("one"), application)).isNotNull();
  }
}
