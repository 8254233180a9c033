// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Telemetry rules can count what instrumentations observe, and nothing else. */
class SignalTest {
  @Test
  void signals_ofRules_areThoseThatInstrumentationsObserve() throws IOException {
    Set<String> observed = new TreeSet<>();
    for (Path folder : Repository.instrumentations()) {
      for (Path file : Repository.files(folder.resolve("src/main"), ".java")) {
        Path source = folder.resolve("src/main/java").relativize(file);
        String name = source.toString().replaceFirst("java$", "class");
        Path compiled = folder.resolve("target/classes").resolve(name);
        new ClassReader(Files.readAllBytes(compiled)).accept(new Observing(observed), 0);
      }
    }

    assertThat(observed).isEqualTo(known());
  }

  /** As the schema has them, which a test of the reader holds to what it takes. */
  private static Set<String> known() throws IOException {
    Path schema = Repository.ROOT.resolve("docs/telemetry-rules.schema.json");
    Object found = new Yaml().load(Files.readString(schema)); // JSON is YAML
    for (String step : "$defs below properties signal enum".split(" ")) {
      found = ((Map<?, ?>) found).get(step);
    }
    Set<String> known = new TreeSet<>();
    ((Iterable<?>) found).forEach(signal -> known.add((String) signal));
    return known;
  }

  /** Collects the texts in methods that tell of something observed. */
  private static final class Observing extends ClassVisitor {
    private final Set<String> observed;

    Observing(Set<String> observed) {
      super(Opcodes.ASM9);
      this.observed = observed;
    }

    @Override
    public MethodVisitor visitMethod(int a, String n, String d, String s, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        private final Set<String> texts = new HashSet<>();
        private boolean tells;

        @Override
        public void visitLdcInsn(Object value) {
          if (value instanceof String text) {
            texts.add(text);
          }
        }

        @Override
        public void visitMethodInsn(int op, String owner, String name, String d, boolean i) {
          tells |= owner.equals("dev/weft/api/trace/Enclosing") && name.equals("observed");
        }

        @Override
        public void visitEnd() {
          if (tells) {
            observed.addAll(texts);
          }
        }
      };
    }
  }
}
