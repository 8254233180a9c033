// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AncestryTest {
  private final Ancestry ancestry = new Ancestry();
  private final Library library = new Library();

  @ParameterizedTest
  @CsvSource({
    "a/Middle, a/Middle, true",
    "a/Middle, a/Top, true",
    "a/Middle, a/Root, true",
    "a/Middle, a/Deep, true",
    "a/Middle, java/lang/Object, true",
    "a/Middle, a/Other, false",
    "a/Missing, a/Root, false",
    "a/Missing, a/Missing, true"
  })
  void reaches_throughClassesAndInterfaces(String superType, String root, boolean expected) {
    library.add("a/Middle", "a/Top", "a/Root");
    library.add("a/Top", "java/lang/Object");
    library.add("a/Root", "java/lang/Object", "a/Deep");
    library.add("a/Deep", "java/lang/Object");

    assertThat(ancestry.reaches(library, new String[] {superType}, root)).isEqualTo(expected);
  }

  @Test
  void reaches_inACircle_ends() {
    library.add("a/One", "a/Two");
    library.add("a/Two", "a/One");

    assertThat(ancestry.reaches(library, new String[] {"a/One"}, "a/Root")).isFalse();
  }

  @Test
  void reaches_again_readsNothingAgain() {
    library.add("a/One", "a/Two");
    ancestry.reaches(library, new String[] {"a/One"}, "a/Root");
    int read = library.read.size();

    ancestry.reaches(library, new String[] {"a/One"}, "a/Other");

    assertThat(library.read).hasSize(read).doesNotHaveDuplicates();
  }

  @Test
  void reaches_whereALoaderFails_isNo() {
    ClassLoader broken =
        new ClassLoader(null) {
          @Override
          public InputStream getResourceAsStream(String name) {
            throw new IllegalStateException("closed");
          }
        };

    assertThat(ancestry.reaches(broken, new String[] {"a/One"}, "a/Root")).isFalse();
  }

  /** A loader that has class files, and counts how often they are read. */
  private static final class Library extends ClassLoader {
    private final Map<String, byte[]> files = new HashMap<>();
    private final List<String> read = new ArrayList<>();

    void add(String name, String superName, String... interfaces) {
      ClassWriter writer = new ClassWriter(0);
      writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, superName, interfaces);
      files.put(name + ".class", writer.toByteArray());
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      read.add(name);
      byte[] file = files.get(name);
      return file == null ? null : new ByteArrayInputStream(file);
    }
  }
}
