// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.jvm.ClassLog;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has no telemetry rules does not pay for them; wrong ones are told and do no harm. */
class RuleFilesTest {
  private static final String RULES = "dev.weft.engine.rules.";
  private static final String YAML = "dev.weft.shaded.org.yaml.";

  @TempDir Path folder;

  private Outcome served(UnaryOperator<Jvm> with) {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop = with.apply(Shops.sendingTo(receiver)).start("example.Shop")) {
      Outcome outcome = shop.order("GET /orders").end();
      assertThat(receiver.telemetry().spans()).hasSize(2);
      return outcome;
    }
  }

  @Test
  void withoutRules_nothingOfThemIsLoaded() {
    ClassLog log = new ClassLog(folder);

    Outcome outcome = served(shop -> shop.option(log.option()));

    assertThat(outcome.stderr()).isEmpty();
    assertThat(log.names())
        .contains("dev.weft.engine.Agent")
        .noneMatch(name -> name.startsWith(RULES))
        .noneMatch(name -> name.startsWith(YAML));
  }

  @Test
  void missingFile_isOneLine() {
    ClassLog log = new ClassLog(folder);
    Path missing = folder.resolve("no.yaml");

    Outcome outcome =
        served(shop -> shop.option(log.option()).env("WEFT_RULES", missing.toString()));

    assertThat(outcome.err()).containsExactly("[weft] " + missing + ": does not exist");
    assertThat(log.names())
        .anyMatch(name -> name.startsWith(RULES))
        .noneMatch(name -> name.startsWith(YAML));
  }

  @Test
  void brokenFile_isToldLineByLine() throws IOException {
    ClassLog log = new ClassLog(folder);
    Path broken = folder.resolve("rules.yaml");
    Files.writeString(broken, "rules:\n  a:\n    spn: {}\n    on: {class: a.B, methd: m}\n");

    Outcome outcome =
        served(shop -> shop.option(log.option()).env("WEFT_RULES", broken.toString()));

    assertThat(outcome.err())
        .contains(
            "[weft] " + broken + ":3: rule a has no spn; did you mean span?",
            "[weft] " + broken + ":4: on has no methd; did you mean method?")
        .allMatch(line -> line.startsWith("[weft] " + broken + ":"));
    assertThat(log.names()).anyMatch(name -> name.startsWith(YAML));
  }
}
