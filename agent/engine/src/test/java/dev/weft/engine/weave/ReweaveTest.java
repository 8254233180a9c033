// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.CapturedErr;
import dev.weft.engine.index.CompiledFiles;
import dev.weft.engine.index.IndexCompiler;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.FixedValue;
import org.junit.jupiter.api.Test;

/** Weaves loaded classes anew, beside another agent: what the JVM refuses takes no others along. */
class ReweaveTest {
  private final Instrumentation instrumentation = ByteBuddyAgent.install();
  private final Weaving weaving =
      new Weaving(
          instrumentation,
          IndexCompiler.index(List.of()),
          new CompiledFiles(List.of()),
          ReweaveTest.class.getClassLoader(),
          false,
          new Exclusions(List.of(), List.of()),
          new Explanation(List.of(), false, ""),
          () -> {});

  @Test
  void reweave_whereTheJvmRefusesOne_weavesTheOthers() {
    ClassFileTransformer other = new OtherAgent();
    instrumentation.addTransformer(other, true);

    try (CapturedErr err = new CapturedErr()) {
      weaving.reweave(List.of(First.class, Refused.class, Last.class));

      assertThat(First.text()).isEqualTo("anew");
      assertThat(Last.text()).isEqualTo("anew");
      assertThat(err.lines())
          .singleElement()
          .asString()
          .startsWith("not woven: " + Refused.class.getName() + ": ")
          .contains("UnsupportedOperationException");
    } finally {
      instrumentation.removeTransformer(other);
    }
  }

  /** Adds a field to one of the classes, which no JVM accepts of a class that is loaded. */
  private static final class OtherAgent implements ClassFileTransformer {
    @Override
    public byte[] transform(
        ClassLoader loader, String name, Class<?> loaded, ProtectionDomain domain, byte[] file) {
      if (loaded == Refused.class) {
        return bytes(new ByteBuddy().redefine(loaded).defineField("more", int.class));
      }
      if (loaded == First.class || loaded == Last.class) {
        return bytes(
            new ByteBuddy()
                .redefine(loaded)
                .method(named("text"))
                .intercept(FixedValue.value("anew")));
      }
      return null;
    }

    private static byte[] bytes(DynamicType.Builder<?> builder) {
      return builder.make().getBytes();
    }
  }

  private static final class First {
    static String text() {
      return "as loaded";
    }
  }

  private static final class Refused {}

  private static final class Last {
    static String text() {
      return "as loaded";
    }
  }
}
