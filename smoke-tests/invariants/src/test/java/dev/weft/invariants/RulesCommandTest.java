// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped jar as a command. */
class RulesCommandTest {
  private static final String RULES =
      """
      rules:
        cancel:
          on: {implements: example.orders.OrderService, method: 'cancel(id, reason)'}
          span: {kind: consumer, attributes: {order.id: id}}
          metrics:
            cancelled: {counter: 1, by: {reason: reason}, unit: '{order}', description: Cancelled.}
          logs: [{event: order.cancelled, severity: warn, attributes: {order.id: id}}]
      """;

  private Path rules;

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
  }

  private Outcome run(String... arguments) {
    Path jar = Path.of(Jvm.jar());
    try (Running running = Jvm.create().withoutAgent().startJar(jar, arguments)) {
      return running.end();
    }
  }

  private Outcome check(Path file) {
    String classes = Jvm.locationOf("example.orders.OrderService").toString();
    return run("rules", "check", file.toString(), "--classpath", classes);
  }

  @Test
  void check_tellsWhatMatchesAndWhatIsEmitted() {
    Outcome outcome = check(rules);

    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.stdout())
        .isEqualToNormalizingNewlines(
            """
            rule cancel (%s:2)
              example.orders.MainStreetOrders.cancel(java.lang.String, java.lang.String)
                span MainStreetOrders.cancel, consumer
                  order.id = id
                counter cancelled = 1, unit {order}, at exit
                  reason = reason
                log order.cancelled, severity warn, at exit
                  order.id = id

            1 rule, 1 method, 0 problems
            """
                .formatted(rules));
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void check_ofARuleThatMatchesNothing_fails() throws IOException {
    Files.writeString(rules, RULES.replace("cancel(id, reason)", "cancl"));

    Outcome outcome = check(rules);

    assertThat(outcome.err()).hasSize(1);
    assertThat(outcome.stderr()).startsWith(rules + ":3: rule cancel matches nothing: ");
    assertThat(outcome.stderr()).contains("nearest: cancel");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void check_findsNothingWrongWithTheOrderService() {
    Outcome outcome = check(Path.of("../shop/orders-rules.yaml"));

    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.stdout()).endsWith("6 rules, 6 methods, 0 problems\n");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void docs_areTables() {
    Outcome outcome = run("rules", "docs", rules.toString());

    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.stdout())
        .isEqualToNormalizingNewlines(
            """
            ## Spans

            | Name | Kind | Attributes | Events |
            |---|---|---|---|
            | `{class}.cancel` | consumer | `order.id` |  |

            ## Metrics

            | Name | Kind | Unit | Attributes | Description |
            |---|---|---|---|---|
            | `cancelled` | counter | `{order}` | `reason` | Cancelled. |

            ## Log events

            | Name | Severity | Attributes |
            |---|---|---|
            | `order.cancelled` | `warn` | `order.id` |
            """);
    assertThat(outcome.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules", "rule", "-x"})
  void whatIsNotKnown_isOneLineAndFails(String command) {
    Outcome outcome = run(command);

    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.err()).hasSize(1);
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @Test
  void version_isOneLine() {
    Outcome outcome = run("--version");

    assertThat(outcome.out()).hasSize(1);
    assertThat(outcome.stdout()).matches("Weft \\d.*\\R");
    assertThat(outcome.exitCode()).isZero();
  }
}
