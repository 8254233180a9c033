// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the stack overflows in woven methods, nothing of them is left, and all goes on. */
class DeepRulesTest {
  /** Said by the JVM, whatever the agent, of a class that is loaded when there is no stack left. */
  private static final String OF_THE_JVM = "*** java.lang.instrument ASSERTION FAILED ***";

  private static final String RULES =
      """
      rules:
        down:
          on: {class: $, method: down(n)}
          limit: 10/s
          span: {name: down}
        bottom:
          on: {class: $, method: bottom(where)}
          when: where == 'last'
          span: {name: bottom}
        touched:
          on: {class: $, method: touched(when)}
          when: when == 'last'
          span: {name: touched}
      """;

  @TempDir Path folder;

  @Test
  void callLinkedWithoutStack_isLinkedLater_andNothingStaysCurrent() throws Exception {
    String deep = Deep.class.getName();
    Path rules =
        Files.writeString(folder.resolve("rules.yaml"), RULES.replace("$", "'" + deep + "'"));
    Jvm jvm = Jvm.create().classPath(List.of(Jvm.locationOf(deep)));
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome outcome =
          jvm.env("WEFT_RULES", rules.toString())
              .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint())
              .run(deep);

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out())
          .containsExactly(
              "touched first3",
              "overflown true",
              "overflown true",
              "overflown true",
              "overflown true",
              "overflown true",
              "dived dive",
              "bottom last",
              "touched last");
      assertThat(outcome.err()).filteredOn(line -> !line.startsWith(OF_THE_JVM)).isEmpty();
      assertThat(receiver.telemetry().spans())
          .filteredOn(span -> !span.name().equals("down"))
          .allMatch(RecordedSpan::isRoot)
          .extracting(RecordedSpan::name)
          .containsExactly("bottom", "touched");
    }
  }
}
