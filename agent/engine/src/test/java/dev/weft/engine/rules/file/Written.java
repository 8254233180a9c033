// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.model.RuleProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rule files of a test. */
final class Written {
  private static final String RULE =
      """
      rules:
        place:
          on: {class: com.acme.Orders, method: place}
      """;

  private Written() {}

  /** Reads one file, {@code rules.yaml}, in a folder of the test. */
  static RuleFiles.Outcome file(Path folder, String text) {
    return RuleFiles.read(List.of(write(folder, "rules.yaml", text).toFile()));
  }

  /** Reads one rule on a class, of which this is the rest from line 4 on. */
  static RuleFiles.Outcome rule(Path folder, String rest) {
    return file(folder, RULE + rest.indent(4));
  }

  static Path write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The problems without the folder, in their order. */
  static List<String> lines(RuleFiles.Outcome outcome, Path folder) {
    return outcome.problems.stream()
        .map(RuleProblem::line)
        .map(line -> line.replace(folder + "/", ""))
        .toList();
  }
}
