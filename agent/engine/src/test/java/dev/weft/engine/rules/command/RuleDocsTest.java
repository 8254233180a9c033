// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of {@code rules docs}. */
class RuleDocsTest {
  private Application shop;

  @BeforeEach
  void create(@TempDir Path folder) {
    shop = new Application(folder);
  }

  @Test
  void telemetry_isInTables() throws IOException {
    shop.rules(
        """
        rules:
          place:
            on: {implements: shop.Orders, method: place(order)}
            span:
              name: place order
              kind: server
              attributes: {lines: order.lines.size, order.labels.*: order.labels}
              events:
                - received
                - {name: refused, at: return, attributes: {why: return.reason || true}}
            below: {calls: {count: span.kind == CLIENT}}
            metrics:
              orders: {counter: 1, by: {status: return.status}, unit: '{order}'}
              size: {histogram: order.lines.size, description: Lines | pieces of an order.}
            logs:
              - {event: late, severity: {map: return.status, LATE: warn, else: info}, body: a}
              - {body: 'order {order.id}', attributes: {why: return.a || return.b}}
          cancel:
            on: {class: shop.Web, method: cancel}
            span: {}
            up: {place order: {cancelled: 1}}
            metrics:
              orders: {counter: 1, by: {status: return.status}, unit: '{order}', description: All.}
          audited:
            on: {annotated: shop.Audited}
            span: {kind: client}
        """);

    assertThat(shop.docs()).isZero();
    assertThat(shop.stderr).isEmpty();
    assertThat(shop.stdout)
        .isEqualTo(
            """
            ## Spans

            | Name | Kind | Attributes | Events |
            |---|---|---|---|
            | `place order` | server | `lines`, `order.labels.*`, `calls`, `cancelled` | `received`, `refused` (`why`) |
            | `Web.cancel` | internal |  |  |
            | `{class}.{method}` | client |  |  |

            ## Metrics

            | Name | Kind | Unit | Attributes | Description |
            |---|---|---|---|---|
            | `orders` | counter | `{order}` | `status` | All. |
            | `size` | histogram |  |  | Lines \\| pieces of an order. |

            ## Log events

            | Name | Severity | Attributes |
            |---|---|---|
            | `late` | `{map: return.status, LATE: warn, else: info}` |  |
            | `order {order.id}` | `info` | `why` |
            """);
  }

  @Test
  void brokenFile_isAProblem() throws IOException {
    shop.rules("rules:\n  a:\n    on: {class: a.B, method: m}\n    spn: {}\n    up: {}\n");

    assertThat(shop.docs()).isEqualTo(1);
    assertThat(shop.stdout).isEmpty();
    assertThat(shop.err()).contains("rules.yaml:4: rule a has no spn; did you mean span?");
  }
}
