// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.CapturedErr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchesTest {
  private static final ClassLoader LOADER = MatchesTest.class.getClassLoader();

  private final Index index =
      new Index(
          List.of(
              new Index.Entry(
                  "lists",
                  "w.Lists",
                  new String[] {"a/Named"},
                  new Index.Root[] {new Index.Root("java/util/List", new String[] {"List"})},
                  false)));
  private final Map<String, InstrumentationState> states = new LinkedHashMap<>();

  private Matches matches(String... excluded) {
    for (Index.Entry entry : index.entries()) {
      states.put(entry.name, new InstrumentationState(entry));
    }
    return new Matches(
        states,
        new Ancestry(),
        null,
        new Exclusions(List.of(excluded), List.of()),
        new Explanation(List.of(), false, ""));
  }

  private List<WeavingTransformer.Match> found(String name, int access, String superName) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, access, name, null, superName, null);
    Matches matches = matches();
    return matches.of(LOADER, name, index.named(name), matches.hinted(name), writer.toByteArray());
  }

  @ParameterizedTest
  @CsvSource({
    "a/MyList, java/util/ArrayList, true",
    "a/MyList, java/util/HashMap, false",
    "a/Mine, java/util/ArrayList, false",
    "a/MyList, a/Missing, false"
  })
  void of_descendant(String name, String superName, boolean expected) {
    List<WeavingTransformer.Match> found = found(name, Opcodes.ACC_PUBLIC, superName);

    assertThat(found).hasSize(expected ? 1 : 0);
    assertThat(found)
        .allSatisfy(match -> assertThat(match.roots).containsExactly("java/util/List"));
    assertThat(found).noneMatch(match -> match.byName);
  }

  @Test
  void of_namedClass() {
    assertThat(found("a/Named", Opcodes.ACC_PUBLIC, "java/lang/Object"))
        .singleElement()
        .satisfies(match -> assertThat(match.byName).isTrue())
        .satisfies(match -> assertThat(match.roots).isEmpty());
  }

  @Test
  void of_interface_isNoDescendant() {
    int access = Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;

    assertThat(found("a/MyList", access, "java/util/ArrayList")).isEmpty();
  }

  @Test
  void of_whatIsSwitchedOff_isNothing() {
    Matches matches = matches();
    try (CapturedErr err = new CapturedErr()) {
      for (int i = 0; i < InstrumentationState.TOLERATED_FAULTS; i++) {
        states.get("lists").fault("X", new Exception());
      }
      assertThat(err.lines()).hasSize(2);
    }

    assertThat(matches.of(LOADER, "a/Named", index.named("a/Named"), false, new byte[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java/util/LinkedList", "jdk/internal/ImmutableList", "a/Map"})
  void hinted_notAt(String name) {
    assertThat(matches().hinted(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a.B, a/B, true",
    "a.B, a/BC, false",
    "a.*, a/B, true",
    "a.B*, a/BC, true",
    "b.*, a/B, false",
    "*, a/B, true"
  })
  void own_excludedByTheUser(String pattern, String name, boolean expected) {
    assertThat(matches(pattern).own(LOADER, name)).isEqualTo(expected);
  }

  @Test
  void own_ofTheIsolatedAgent() {
    Matches matches =
        new Matches(
            states,
            new Ancestry(),
            LOADER,
            new Exclusions(List.of(), List.of()),
            new Explanation(List.of(), false, ""));

    assertThat(matches.own(LOADER, "any/Name")).isTrue();
    assertThat(matches.own(LOADER.getParent(), "any/Name")).isFalse();
    assertThat(matches.own(null, "any/Name")).isFalse();
  }
}
