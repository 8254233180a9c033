// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dist.JarClasses.Use;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What JVMs are about to forbid is not in the jar, but for what is listed and never runs. */
class IntegrityTest {
  private static JarClasses jar;

  @BeforeAll
  static void read() throws IOException {
    jar = JarClasses.of("");
  }

  @Test
  void unsafe_isCalledByNobody() {
    assertThat(places(use -> use.isOf("sun/misc/", "") || use.isOf("jdk/internal/", "")))
        .as("calls of sun.misc and jdk.internal")
        .isEmpty();
  }

  /** A run-time image may lack java.logging; see LibraryLogger and LibraryLevel in agent/engine. */
  @Test
  void javaUtilLogging_isCalledByNoLibrary() {
    Predicate<Use> logging = use -> use.isOf("java/util/logging/", "");

    assertThat(places(logging.and(use -> use.owner().contains("/shaded/")))).isEmpty();
    assertThat(jar.uses).anyMatch(use -> use.isOf("dev/weft/engine/LibraryLevel", "WARNING"));
  }

  @Test
  void fields_areSetReflectively_byNobodyButWhatIsListed() {
    assertThat(
            places(
                use ->
                    use.isOf("java/lang/reflect/Field", "set")
                        || use.isOf("java/lang/invoke/MethodHandles$Lookup", "unreflectSetter")
                        || use.isOf("java/lang/invoke/MethodHandles$Lookup", "findSetter")))
        .containsExactlyInAnyOrder(
            "ByteString.readObject", // of Java serialization, which no exporter uses
            "DebugMetadataKt.getLabel",
            "MemberAccessor.of", // setAccessible, of what a rule reads
            "_UtilJvmKt.readFieldOrNull");
  }

  @Test
  void nativeLibraries_areLoadedByNobody() {
    assertThat(places(use -> use.isOf("java/lang/System", "load"))).isEmpty();
  }

  private static List<String> places(Predicate<Use> what) {
    return jar.uses.stream().filter(what).map(Use::place).distinct().sorted().toList();
  }
}
