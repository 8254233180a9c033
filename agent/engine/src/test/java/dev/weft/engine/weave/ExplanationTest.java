// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.CapturedErr;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
  private static final byte[] BEFORE = {1};
  private static final byte[] AFTER = {2};

  @TempDir Path folder;

  @Test
  void woven_isWrittenAsItWasAndIs() {
    explanation(folder).woven("a/B", null, " some", BEFORE, AFTER);

    assertThat(folder.resolve("a.B.before.class")).hasBinaryContent(BEFORE);
    assertThat(folder.resolve("a.B.after.class")).hasBinaryContent(AFTER);
  }

  @Test
  void woven_whereNothingCanBeWritten_isSaidOnce() {
    Explanation explanation = explanation(folder.resolve("missing"));
    try (CapturedErr err = new CapturedErr()) {
      explanation.woven("a/B", null, " some", BEFORE, AFTER);
      explanation.woven("a/C", null, " some", BEFORE, AFTER);

      assertThat(err.lines())
          .singleElement()
          .asString()
          .startsWith("weft.dump: nothing is written: ")
          .contains("missing");
    }
  }

  private static Explanation explanation(Path folder) {
    return new Explanation(List.of(), false, folder.toString());
  }
}
