// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page for users says is so, and what else there is of rules here can be read. */
class RulesPageTest {
  private static final Path PAGE = Path.of("../../docs/rules.md");
  private static final Map<?, ?> SCHEMA =
      (Map<?, ?>) Plain.of(new File("../../docs/telemetry-rules.schema.json"));

  @TempDir Path folder;

  static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page());
    while (block.find()) {
      examples.add(block.group(1));
    }
    return examples;
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_isRead(String text) {
    assertThat(Written.lines(Written.file(folder, text), folder)).isEmpty();
    assertThat(new Schema(SCHEMA).accepts(Plain.of(folder.resolve("rules.yaml").toFile())))
        .isTrue();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> found = Files.find(Path.of("../../smoke-tests"), 2, (f, a) -> isRules(f))) {
      return found.sorted().toList();
    }
  }

  private static boolean isRules(Path file) {
    return file.getFileName().toString().endsWith("rules.yaml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void ruleFile_ofAnApplicationHere_isRead(Path file) {
    assertThat(RuleFiles.read(List.of(file.toFile())).problems).isEmpty();
    assertThat(new Schema(SCHEMA).accepts(Plain.of(file.toFile()))).isTrue();
  }

  static Stream<String> words() {
    return EveryElementTest.words();
  }

  @ParameterizedTest
  @MethodSource("words")
  void word_isExplained(String word) throws IOException {
    assertThat(page()).containsPattern("`([a-z]+: )?[{]?" + Pattern.quote(word) + "[:`, }]");
  }

  @Test
  void problem_isSaidAsOnThePage() throws IOException {
    String rule =
        "\n\n\n\n\nrules:\n  a:\n    on: {class: a.B, method: m}\n    span: {kind: servr}\n";

    assertThat(page())
        .contains("[weft] " + Written.lines(Written.file(folder, rule), folder).get(0) + "\n");
  }
}
