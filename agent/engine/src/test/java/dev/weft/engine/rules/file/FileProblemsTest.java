// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileProblemsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rule: {} | rules.yaml:1: the file has no rule; did you mean rules?",
        "scope: a | rules.yaml:1: the file has no rules",
        "[a] | rules.yaml:1: the file has to be a mapping, not a list",
        "{allow: [cents], rules: {}} | rules.yaml:1: allow: 'cents' is not a class, a dot and a"
            + " method, com.acme.Money.cents",
        "{methods: 'a.B', rules: {}} | rules.yaml:1: 'a.B' is no class with methods in brackets;"
            + " it has to be a list such as com.acme.Orders[place,cancel];com.acme.Bill[pay]",
        "{methods: 'a.B[,]'} | rules.yaml:1: no method of a.B is named; it has to be a list such"
            + " as com.acme.Orders[place,cancel];com.acme.Bill[pay]",
        "{? [a] : b} | rules.yaml:1: a key of the file has to be a text, not a list",
      })
  void problem_ofFile_saysWhat(String text, String expected) {
    assertThat(Written.lines(Written.file(folder, text), folder)).contains(expected);
  }

  @Test
  void problem_ofYaml_isAtItsLine() {
    assertThat(Written.lines(Written.file(folder, "rules:\n  a: [1\n  b: 2\n"), folder))
        .singleElement()
        .asString()
        .startsWith("rules.yaml:3: is not YAML: ");
  }

  @Test
  void problem_ofBracketsWithoutQuotes_saysHow() {
    String text = "rules:\n  a:\n    span: {links: [arg[0].id]}\n";

    assertThat(Written.lines(Written.file(folder, text), folder))
        .singleElement()
        .asString()
        .startsWith("rules.yaml:3: is not YAML: ")
        .endsWith("; quote texts with brackets, braces or commas");
  }

  @Test
  void problem_ofSecondDocument_isOne() {
    assertThat(Written.lines(Written.file(folder, "rules: {}\n---\nrules: {}\n"), folder))
        .singleElement()
        .asString()
        .contains("is not YAML");
  }

  @Test
  void problem_ofDepth_isOne() {
    assertThat(Written.lines(Written.file(folder, "a: " + "[".repeat(5000)), folder))
        .singleElement()
        .asString()
        .contains("is not YAML");
  }

  @Test
  void problem_ofAliases_isOne() {
    String text = "a: &a [x]\nb: [" + "*a, ".repeat(60) + "*a]\n";

    assertThat(Written.lines(Written.file(folder, text), folder))
        .singleElement()
        .asString()
        .contains("is not YAML");
  }

  @Test
  void problem_ofBytes_isOne() throws IOException {
    Path file = Files.write(folder.resolve("rules.yaml"), new byte[] {(byte) 0xC3, '('});

    assertThat(Written.lines(RuleFiles.read(List.of(file.toFile())), folder))
        .containsExactly("rules.yaml: is not UTF-8");
  }

  @Test
  void problem_ofSize_isOne() {
    assertThat(Written.lines(Written.file(folder, "#".repeat((16 << 20) + 1)), folder))
        .containsExactly("rules.yaml: is larger than 16 MiB");
  }

  @Test
  void problem_ofMissingFile_isOne() {
    RuleFiles.Outcome outcome = RuleFiles.read(List.of(folder.resolve("no.yaml").toFile()));

    assertThat(Written.lines(outcome, folder)).containsExactly("no.yaml: does not exist");
    assertThat(outcome.isWhole()).isFalse();
  }

  @Test
  void warning_ofEmptyFile_letsItBe() {
    RuleFiles.Outcome outcome = Written.file(folder, "# nothing\n");

    assertThat(Written.lines(outcome, folder)).containsExactly("rules.yaml: is empty");
    assertThat(outcome.isWhole()).isTrue();
  }

  @Test
  void problems_ofOneFile_areHundredAtMost() {
    StringBuilder text = new StringBuilder("rules:\n");
    for (int i = 0; i < 500; i++) {
      text.append("  r").append(i).append(": {span: {}}\n");
    }

    assertThat(Written.lines(Written.file(folder, text.toString()), folder))
        .hasSize(101)
        .last()
        .asString()
        .endsWith("more than 100 problems; the rest is left out");
  }
}
