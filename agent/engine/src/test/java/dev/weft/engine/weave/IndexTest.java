// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexTest {
  private static final Index.Entry ONE =
      new Index.Entry(
          "one",
          "w.One",
          new String[] {"a/A", "a/Shared"},
          new Index.Root[] {new Index.Root("a/Root", new String[] {"Driver", "a/b/"})},
          false);
  private static final Index.Entry TWO =
      new Index.Entry("two", "w.Two", new String[] {"a/Shared"}, new Index.Root[0], true);

  private final Index index = new Index(List.of(ONE, TWO));

  private static Index writtenAndRead(Index index) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    index.write(new DataOutputStream(bytes));
    return Index.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  @Test
  void read_givesWhatWasWritten() throws IOException {
    assertThat(writtenAndRead(index).entries())
        .usingRecursiveComparison()
        .isEqualTo(index.entries());
    assertThat(writtenAndRead(new Index(List.of())).entries()).isEmpty();
  }

  @Test
  void named_byOneOrSeveral() {
    assertThat(index.named("a/A")).containsExactly(ONE);
    assertThat(index.named("a/Shared")).containsExactly(ONE, TWO);
    assertThat(index.named("a/Root")).isEmpty();
  }

  @Test
  void only_leavesOthersOut() {
    Index some = index.only("two"::equals);

    assertThat(some.entries()).containsExactly(TWO);
    assertThat(some.named("a/A")).isEmpty();
    assertThat(some.observing()).containsExactly("w.Two");
  }

  @ParameterizedTest
  @CsvSource({
    "a/b/X, true",
    "a/bc/X, false",
    "x/a/b/X, false",
    "x/MyDriver, true",
    "Drivers, true",
    "x/driver, false"
  })
  void hintedAt_byPrefixOrPart(String name, boolean expected) {
    assertThat(ONE.roots[0].hintedAt(name)).isEqualTo(expected);
  }

  @Test
  void hintedAt_withoutHints_isAlways() {
    assertThat(new Index.Root("a/Root", new String[0]).hintedAt("any/Name")).isTrue();
  }
}
