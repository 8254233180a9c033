// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.SpanKind;
import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.BelowPart;
import dev.weft.engine.rules.model.Combining;
import dev.weft.engine.rules.model.LiftPart;
import dev.weft.engine.rules.model.LogPart;
import dev.weft.engine.rules.model.MetricPart;
import dev.weft.engine.rules.model.NamedFormula;
import dev.weft.engine.rules.model.SpanPart;
import dev.weft.engine.rules.model.Target;
import dev.weft.engine.rules.model.TelemetryRule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file with each element of the grammar becomes what it says. */
class EveryElementTest {
  static final File FILE =
      new File("src/test/resources/dev/weft/engine/rules/file/every-element.yaml");

  private static RuleFiles.Outcome outcome;
  private static TelemetryRule order;

  @BeforeAll
  static void read() {
    outcome = RuleFiles.read(List.of(FILE));
    order = rule("place-order");
  }

  private static TelemetryRule rule(String name) {
    return outcome.rules.rules.stream().filter(r -> r.name.equals(name)).findFirst().orElseThrow();
  }

  static Stream<String> words() {
    return Stream.of(
            Vocabulary.FILE,
            Vocabulary.RULE,
            Vocabulary.ON,
            Vocabulary.SPAN,
            Vocabulary.EVENT,
            Vocabulary.METRIC,
            Vocabulary.LOG,
            Vocabulary.LIFT,
            Vocabulary.BELOW,
            Vocabulary.VALUE,
            Vocabulary.KINDS,
            Vocabulary.ROOTS,
            Vocabulary.TIMES,
            Vocabulary.COMBININGS,
            Vocabulary.SEVERITIES,
            Vocabulary.SIGNALS)
        .flatMap(List::stream)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("words")
  void word_isInTheFile(String word) throws IOException {
    String yaml = Pattern.quote(word);

    assertThat(Files.readString(FILE.toPath()))
        .containsPattern("[ {\\n]" + yaml + ":|: " + yaml + "[,}\\n]");
  }

  @Test
  void file_hasNoProblem() {
    assertThat(outcome.problems).isEmpty();
    assertThat(outcome.rules.allowed)
        .containsExactly("com.acme.Money.cents", "com.acme.Order.total");
    assertThat(outcome.rules.rules)
        .extracting(rule -> rule.name)
        .containsExactly(
            "com.acme.Reports.daily",
            "com.acme.Reports.weekly",
            "com.acme.Stock.refill",
            "place-order",
            "reserve",
            "handle",
            "send",
            "audit");
    assertThat(outcome.rules.rules).allMatch(rule -> rule.scope.equals("com.acme.orders"));
  }

  @Test
  void rule_isAsWritten() {
    assertThat(order.enabled).isTrue();
    assertThat(order.perSecond).isEqualTo(100);
    assertThat(order.when.expression).hasToString("arg[0] != null && arg[0].lines.size > 0");
    assertThat(order.context).extracting(one -> one.name).containsExactly("order.id", "batch");
    assertThat(order.place).hasToString(FILE + ":7");
    assertThat(order.when.place.line).isEqualTo(10);
    assertThat(rule("reserve").enabled).isFalse();
  }

  @Test
  void target_isAsWritten() {
    assertThat(order.on.kind).isEqualTo(Target.Kind.CLASS);
    assertThat(rule("reserve").on.kind).isEqualTo(Target.Kind.SUBTYPE);
    assertThat(rule("reserve").on.types).containsExactly("com.acme.Stock", "com.acme.OldStock");
    assertThat(rule("reserve").on.methods)
        .extracting(method -> method.name + method.parameters.size())
        .containsExactly("reserve2", "reserve2", "free0");
    assertThat(rule("handle").on.kind).isEqualTo(Target.Kind.SUBTYPE);
    assertThat(rule("send").on.kind).isEqualTo(Target.Kind.ANNOTATED);
    assertThat(rule("send").on.methods).isEmpty();
    assertThat(rule("audit").on.methods).hasSize(1);
  }

  @Test
  void span_isAsWritten() {
    SpanPart span = order.span;

    assertThat(span.name.expression).hasToString("place {arg[0].kind.value}");
    assertThat(span.kind).isEqualTo(SpanKind.SERVER);
    assertThat(span.root).isEqualTo(SpanPart.Root.NEW);
    assertThat(span.links).hasSize(2);
    assertThat(span.failed).isNotNull();
    assertThat(span.errorType).isNotNull();
    assertThat(span.attributes.stream().map(EveryElementTest::timed))
        .containsExactly(
            "order.lines ENTRY",
            "order.total RETURN",
            "order.labels.* ENTRY",
            "order.first ENTRY",
            "order.status RETURN",
            "order.region ENTRY",
            "order.express ENTRY",
            "order.weight ENTRY",
            "order.channel ENTRY");
    assertThat(span.events.stream().map(event -> event.name + " " + event.at))
        .containsExactly(
            "order.started ENTRY",
            "order.placed RETURN",
            "order.broken THROW",
            "order.done EXIT",
            "order.seen ENTRY");
    assertThat(rule("send").span.kind).isEqualTo(SpanKind.PRODUCER);
    assertThat(rule("handle").span.kind).isEqualTo(SpanKind.CONSUMER);
    assertThat(rule("reserve").span.root).isEqualTo(SpanPart.Root.REQUIRES_PARENT);
    assertThat(rule("audit").span.root).isEqualTo(SpanPart.Root.CHILD);
  }

  private static String timed(NamedFormula one) {
    return one.name + " " + one.at;
  }

  @Test
  void below_isAsWritten() {
    assertThat(order.below)
        .extracting(part -> part.with)
        .containsExactly(
            Combining.COUNT,
            Combining.SUM,
            Combining.MIN,
            Combining.MAX,
            Combining.FIRST,
            Combining.LAST,
            Combining.SUM);
    BelowPart count = order.below.get(0);
    assertThat(count.value).isNull();
    assertThat(count.where.expression).hasToString("span.name == \"reserve\"");
    BelowPart sum = order.below.get(1);
    assertThat(sum.value).isNotNull();
    assertThat(sum.where).isNotNull();
    assertThat(sum.signal).isNull();
    assertThat(order.below.get(6).signal).isEqualTo("aws.throttled");
  }

  @Test
  void up_isAsWritten() {
    assertThat(rule("reserve").up.stream().map(EveryElementTest::lifted))
        .containsExactly(
            "place-order stock.reserved SUM RETURN",
            "place-order stock.names LAST RETURN",
            "place-order stock.first FIRST RETURN",
            "place-order stock.most MAX RETURN",
            "place-order stock.least MIN RETURN",
            "place-order stock.tries COUNT EXIT",
            "place-order stock.refused SUM THROW");
  }

  private static String lifted(LiftPart lift) {
    return lift.target + " " + lift.attribute + " " + lift.with + " " + lift.at;
  }

  @Test
  void metrics_areAsWritten() {
    assertThat(order.metrics)
        .extracting(metric -> metric.name + " " + metric.kind + " " + metric.at)
        .containsExactly(
            "orders.placed COUNTER RETURN",
            "orders.open UP_DOWN_COUNTER ENTRY",
            "orders.duration HISTOGRAM EXIT",
            "orders.lines GAUGE EXIT",
            "orders.lines GAUGE RETURN");
    MetricPart placed = order.metrics.get(0);
    assertThat(placed.by).extracting(key -> key.name).containsExactly("kind", "size");
    assertThat(placed.by).allMatch(key -> key.at == At.RETURN);
    assertThat(placed.unit).isEqualTo("{order}");
    assertThat(placed.description).isEqualTo("Orders that were placed.");
    assertThat(placed.maxSeries).isEqualTo(50);
    assertThat(placed.maxValues).isEqualTo(20);
    assertThat(order.metrics.get(2).buckets).containsExactly(1.0, 5.0, 10.5, 1000.0);
    assertThat(order.metrics.get(3).forEach.expression).hasToString("arg[0].lines");
    assertThat(order.metrics.get(3).when).isNotNull();
  }

  @Test
  void logs_areAsWritten() {
    LogPart line = order.logs.get(0);

    assertThat(order.logs)
        .extracting(log -> log.event + " " + log.at)
        .containsExactly("order.line RETURN", " EXIT", "order.refused EXIT");
    assertThat(line.forEach.expression).hasToString("return.lines");
    assertThat(line.when).isNotNull();
    assertThat(line.body.expression).hasToString("{each.sku} is late by {each.delay.seconds} s");
    assertThat(line.attributes).extracting(one -> one.name).containsExactly("sku", "days");
    assertThat(order.logs.get(2).severity.expression).hasToString("info");
  }
}
