// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code rules check} says of rules and the classes of an application. */
class RuleCheckTest {
  private static final String ORDERS =
      """
      import java.util.List;
      public interface Orders {
        enum Status { PLACED, REFUSED; static { System.setProperty("shop.touched", "enum"); } }
        record Line(String sku, int quantity) {}
        record Order(String id, List<Line> lines) {}
        record Receipt(Status status) {}
        Receipt place(Order order);
        void cancel(String id);
        class Web implements Orders {
          static { System.setProperty("shop.touched", "class"); }
          public Receipt place(Order order) { return new Receipt(Status.PLACED); }
          public void cancel(String id) {}
        }
        class Phone extends Web {
          public void cancel(String id) {}
        }
      }
      """;

  private Application shop;

  @BeforeEach
  void compile(@TempDir Path folder) throws IOException {
    shop = new Application(folder).compile("Orders", ORDERS);
  }

  @Test
  void rules_thatFit_areToldWithWhatTheyEmit() throws IOException {
    shop.rules(
        """
        rules:
          place:
            on: {implements: shop.Orders, method: place(order)}
            when: order.lines.size > 0
            limit: 10/s
            context: {order.id: order.id}
            span:
              name: 'place {order.id}'
              kind: server
              root: new
              links: [order.id]
              attributes:
                lines: order.lines.size
                status: {map: return.status, PLACED: '"ok"', else: '"?"'}
              events:
                - received
                - {name: refused, when: return.status == REFUSED, attributes: {id: order.id}}
              failed: return.status == REFUSED
              error.type: '"refused"'
            below:
              calls: {count: span.kind == CLIENT}
              slowest: {max: span.duration.ms}
              throttled: {signal: aws.throttled}
            metrics:
              orders.placed: {counter: 1, by: {status: return.status}, unit: '{order}'}
              pieces: {histogram: each.quantity, for-each: order.lines, when: each.quantity > 1}
            logs:
              - event: late
                severity: {map: return.status, REFUSED: warn, else: info}
                body: 'order {order.id}'
                attributes: {id: context.order.id}
          cancel:
            enabled: false
            on: {extends: shop.Orders$Web, method: cancel(id)}
            up: {place: {cancelled: 1}}
        """);

    assertThat(shop.check()).isZero();
    assertThat(shop.stderr).isEmpty();
    assertThat(shop.stdout)
        .isEqualTo(
            """
            rule place (rules.yaml:2)
              shop.Orders$Web.place(shop.Orders$Order)
                calls, when order.lines.size > 0, at most 10/s
                context order.id = order.id
                span place {order.id}, server, root new
                  lines = order.lines.size
                  status = {map: return.status, PLACED: "ok", else: "?"}
                  calls = count of spans below where span.kind == CLIENT
                  slowest = max of span.duration.ms of spans below
                  throttled = aws.throttled below
                  cancelled = sum of what cancel hands up
                  link order.id
                  failed when return.status == REFUSED
                  error.type = "refused"
                  event received, at entry
                  event refused, at return, when return.status == REFUSED
                    id = order.id
                counter orders.placed = 1, unit {order}, at return
                  status = return.status
                histogram pieces = each.quantity, for each of order.lines, at exit, when each.quantity > 1
                log late, severity {map: return.status, REFUSED: warn, else: info}, at return
                  body = order {order.id}
                  id = context.order.id

            rule cancel (rules.yaml:32), off until it is switched on
              shop.Orders$Phone.cancel(java.lang.String)
              shop.Orders$Web.cancel(java.lang.String)
                up to place: cancelled = sum of 1

            2 rules, 3 methods, 0 problems
            """);
  }

  @Test
  void settings_thatSwitchRulesOrExcludeClasses_areTold() throws IOException {
    shop.rules(
        """
        rules:
          place:
            on: {class: shop.Orders$Web, method: place}
            span: {name: place}
          cancel:
            enabled: false
            on: {extends: shop.Orders$Web, method: cancel}
            span: {name: cancel}
        """);
    System.setProperty("otel.instrumentation.place.enabled", "false");
    System.setProperty("otel.instrumentation.cancel.enabled", "true");
    System.setProperty("otel.javaagent.exclude-classes", "shop.Orders$Ph*");
    try {
      assertThat(shop.check()).isZero();
    } finally {
      System.clearProperty("otel.instrumentation.place.enabled");
      System.clearProperty("otel.instrumentation.cancel.enabled");
      System.clearProperty("otel.javaagent.exclude-classes");
    }
    assertThat(shop.stdout)
        .contains(
            "rule place (rules.yaml:2), switched off by a setting\n",
            "rule cancel (rules.yaml:5), switched on by a setting\n",
            "  shop.Orders$Phone.cancel(java.lang.String), excluded by a setting\n",
            "  shop.Orders$Web.cancel(java.lang.String)\n");
  }

  @Test
  void classes_areNeverInitialized() throws IOException {
    System.clearProperty("shop.touched");
    shop.rules(
        """
        rules:
          place:
            on: {implements: shop.Orders, method: place}
            span: {failed: return.status == REFUSED}
        """);

    assertThat(shop.check()).isZero();
    assertThat(System.getProperty("shop.touched")).isNull();
  }

  @Test
  void parts_thatDoNotFit_areProblems_andNotEmitted() throws IOException {
    shop.rules(
        """
        rules:
          place:
            on: {implements: shop.Orders, method: place(order)}
            span:
              attributes:
                lines: order.lnes.size
                id: order.id
              events:
                - {name: refused, when: return.status == REFUSD}
            metrics:
              orders: {counter: 1, by: {status: return.state}}
              pieces: {counter: each.quantty, for-each: order.lines}
        """);

    assertThat(shop.check()).isEqualTo(1);
    assertThat(shop.err())
        .containsExactly(
            "rules.yaml:6: rule place: lines: Order has no lnes that may be read; nearest: lines in order.lnes.size",
            "rules.yaml:9: rule place: event refused: Status has no REFUSD; nearest: REFUSED in"
                + " return.status == REFUSD",
            "rules.yaml:11: rule place: status: Receipt has no state that may be read in"
                + " return.state",
            "rules.yaml:12: rule place: pieces: Line has no quantty that may be read; nearest: quantity in"
                + " each.quantty");
    assertThat(shop.stdout)
        .isEqualTo(
            """
            rule place (rules.yaml:2)
              shop.Orders$Web.place(shop.Orders$Order)
                span Orders$Web.place, internal
                  id = order.id

            1 rule, 1 method, 4 problems
            """);
  }

  @Test
  void rules_thatMatchNothing_areProblems_withWhatIsNear() throws IOException {
    shop.rules(
        """
        rules:
          method:
            on: {class: shop.Orders$Web, method: plac}
            span: {}
          parameters:
            on: {class: shop.Orders$Web, method: 'place(order, count)'}
            span: {}
          type:
            on: {class: shop.web.Orders, method: place}
            span: {}
          letter:
            on: {implements: shop.Order, method: place}
            span: {}
        """);

    assertThat(shop.check()).isEqualTo(1);
    assertThat(shop.err())
        .containsExactly(
            "rules.yaml:3: rule method matches nothing: shop.Orders$Web declares no plac; nearest:"
                + " place",
            "rules.yaml:6: rule parameters matches nothing: shop.Orders$Web has"
                + " place(shop.Orders$Order), and not place(order, count)",
            "rules.yaml:9: rule type matches nothing: no class of shop.web.Orders is on the class"
                + " path; there is shop.Orders",
            "rules.yaml:12: rule letter matches nothing: no class of shop.Order is on the class"
                + " path; there is shop.Orders$Order");
    assertThat(shop.stdout).contains("rule type (rules.yaml:8)\n  matches nothing\n");
  }

  @Test
  void class_ofWhichSomethingIsMissing_isOneLine_ofWhatNoRuleNames_none() throws IOException {
    shop.compile("Missing", "public class Missing {}")
        .compile("Named", "public class Named { public void a() {} Missing b() { return null; } }")
        .compile("Other", "public class Other extends Missing { public void a() {} }");
    Files.delete(shop.classes.resolve("shop/Missing.class"));
    Files.write(shop.classes.resolve("shop/Garbage.class"), new byte[] {1, 2, 3});
    shop.rules(
        """
        rules:
          named:
            on: {class: shop.Named, method: [a, b]}
            span: {}
          orders:
            on: {implements: shop.Orders, method: cancel}
            span: {}
        """);

    assertThat(shop.check()).isEqualTo(1);
    assertThat(shop.err())
        .containsExactly(
            "rules.yaml:3: rule named: shop.Named cannot be looked at:"
                + " java.lang.NoClassDefFoundError: shop/Missing");
    assertThat(shop.stdout).contains("shop.Orders$Phone.cancel(java.lang.String)");
  }

  @Test
  void genericType_thatMentionsAMissingClass_isItsRawType() throws IOException {
    shop.compile("Missing", "public class Missing {}")
        .compile(
            "Generic",
            """
            import java.util.*;
            public class Generic {
              private List<Missing> field;
              List<Missing> all(List<Missing> some) { return some; }
              List<? extends Missing> wild(ArrayList<Missing> more) { return more; }
              Set<Missing> own(Typed typed) { return null; }
              abstract static class Typed extends AbstractList<Missing> {
                List<Missing> getMore() { return null; }
              }
            }
            """);
    Files.delete(shop.classes.resolve("shop/Missing.class"));
    shop.rules(
        """
        rules:
          all:
            on: {class: shop.Generic, method: all(some)}
            span: {name: all, attributes: {a: some.size, b: return.size, c: this.field.size, d: 'some[0].name'}}
          wild:
            on: {class: shop.Generic, method: wild(more)}
            span: {name: wild, attributes: {a: more.size, b: 'return[0].name'}}
          own:
            on: {class: shop.Generic, method: own(typed)}
            span: {name: own, attributes: {a: 'typed[0].name', b: typed.more.size}}
        """);

    assertThat(shop.check()).isZero();
    assertThat(shop.err()).isEmpty();
    assertThat(shop.stdout)
        .contains("d = some[0].name\n", "b = return[0].name\n", "b = typed.more.size\n")
        .endsWith("\n3 rules, 3 methods, 0 problems\n");
  }

  @Test
  void classes_ofWhichSomethingIsMissing_areAWarning_whereOthersMatch() throws IOException {
    shop.compile("Missing", "public class Missing {}")
        .compile("Fax", "class Fax extends Orders.Web { public void cancel(Missing a) {} }")
        .compile("Mail", "class Mail extends Orders.Web { public void cancel(Missing a) {} }")
        .compile(
            "Letter",
            "public interface Letter { class A implements Letter"
                + " { public void cancel(Missing a) {} } }");
    Files.delete(shop.classes.resolve("shop/Missing.class"));
    shop.rules(
        """
        rules:
          cancel:
            on: {implements: shop.Orders, method: cancel}
            span: {}
          letter:
            on: {implements: shop.Letter, method: cancel}
            span: {}
        """);

    assertThat(shop.check()).isEqualTo(1);
    assertThat(shop.err())
        .containsExactly(
            "rules.yaml:3: warning: rule cancel: shop.Fax cannot be looked at:"
                + " java.lang.NoClassDefFoundError: shop/Missing; nor can 1 other class",
            "rules.yaml:6: rule letter: shop.Letter$A cannot be looked at:"
                + " java.lang.NoClassDefFoundError: shop/Missing");
    assertThat(shop.stdout).endsWith("\n2 rules, 2 methods, 1 problem\n");
  }

  @Test
  void brokenFile_isToldOf_andTheOthersAreChecked(@TempDir Path other) throws IOException {
    Path broken = Files.writeString(other.resolve("broken.yaml"), "rules: {a: {spn: {}}}\n");
    shop.rules("methods: shop.Orders$Web[place]\n");
    String good = shop.classes.resolveSibling("rules.yaml").toString();

    int code = shop.run("rules", "check", broken.toString(), good, "-cp=" + shop.classes);

    assertThat(code).isEqualTo(1);
    assertThat(shop.err()).first().asString().startsWith(broken + ":1: ").contains("spn");
    assertThat(shop.stdout)
        .startsWith(
            """
            rule shop.Orders$Web.place (rules.yaml:1)
              shop.Orders$Web.place(shop.Orders$Order)
                span Orders$Web.place, internal
                  code.function.name = shop.Orders$Web.place
            """);
  }

  @Test
  void warning_isNoProblem() throws IOException {
    shop.rules(
        """
        rules:
          cancel:
            on: {class: shop.Orders$Web, method: cancel(id)}
            metrics:
              cancelled: {counter: 1, by: {order_id: id}}
        """);

    assertThat(shop.check()).isZero();
    assertThat(shop.stderr).startsWith("rules.yaml:5: warning: ").contains("looks like an id");
    assertThat(shop.stdout).endsWith("1 rule, 1 method, 0 problems\n");
  }
}
