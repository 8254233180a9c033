// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedPoint;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever telemetry rules say, and whatever they find, the application goes on. */
class HostileRulesTest {
  private static final String MILL = Mill.class.getName();

  @TempDir Path folder;

  private static Jvm mill() {
    return Jvm.create().classPath(List.of(Jvm.locationOf(MILL)));
  }

  private Jvm ruled(OtlpReceiver receiver, String rules) throws IOException {
    Path file = folder.resolve("rules.yaml");
    Files.writeString(file, rules.replace("$", MILL + "$"));
    return mill()
        .env("WEFT_RULES", file.toString())
        .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
  }

  private static Outcome serve(Jvm jvm, String... lines) {
    try (Running mill = jvm.start(MILL)) {
      for (String line : lines) {
        mill.order(line);
      }
      return mill.end();
    }
  }

  private static List<String> served(Outcome outcome) {
    return outcome.out().stream().filter(line -> !line.startsWith("slept")).toList();
  }

  /** What it has said, without the folder of the file. */
  private List<String> said(Outcome outcome) {
    return outcome.err().stream().map(line -> line.replace(folder + "/", "")).toList();
  }

  /** What it has said of a rule. That a machine was too busy for 50 ms is nothing of ours. */
  private List<String> saidOf(String rule, Outcome outcome) {
    return said(outcome).stream()
        .filter(line -> line.contains("rule " + rule + ":"))
        .filter(line -> rule.equals("slow") || !line.contains("took more than 50 ms"))
        .toList();
  }

  private static List<Map<String, Object>> attributes(OtlpReceiver receiver, String name) {
    return receiver.telemetry().spans().stream()
        .filter(span -> span.name().equals(name))
        .map(span -> Map.copyOf(span.attributes()))
        .toList();
  }

  private static final String HOSTILE =
      """
      scope: mill
      rules:
        throwing:
          on: {class: $Worker, method: throwing(load)}
          span: {name: throwing, attributes: {value: load.value, error: load.error, ok: load.name}}
        slow:
          on: {class: $Worker, method: slow(load)}
          span: {name: slow, attributes: {value: load.value}}
        recursing:
          on: {class: $Worker, method: recursing(load)}
          span: {name: recursing, attributes: {value: load.value}}
        million:
          on: {class: $Worker, method: million(load)}
          span:
            name: million
            attributes: {size: load.items.size, last: 'load.items[999999]', sum: sum(load.items), ok: load.name}
        listed:
          on: {class: $Worker, method: million(load)}
          span: {name: listed, attributes: {list: load.items, ok: load.name}}
        cyclic:
          on: {class: $Worker, method: cyclic(load)}
          span:
            name: cyclic
            attributes: {self: load.self, map.*: load.map, list: load.list, ok: load.self.self.self.name}
        mistyped:
          on: {class: $Worker, method: plain(load)}
          span: {name: plain, attributes: {wrong: load.nmae, ok: load.name}}
          metrics: {plains: {counter: 1, by: {wrong: load.size > 1}}}
          logs: {event: plain, body: '{load.name}'}
        nearly:
          on: {class: $Worker, method: plian(load)}
          span: {}
        nowhere:
          on: {class: $Wroker, method: plain}
          span: {}
        ofJdk:
          on: {class: java.util.ArrayList, method: add}
          span: {}
      """;

  @Test
  void hostileObjects_areLeftOut_andTheApplicationDoesNotNotice() throws Exception {
    String[] lines = {
      "throwing 3",
      "slow 12",
      "recursing 3",
      "million 3",
      "cyclic 3",
      "plain 3",
      "other 1",
      "failing 1"
    };
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome outcome = serve(ruled(receiver, HOSTILE), lines);

      assertThat(outcome.exitCode()).isZero();
      assertThat(served(outcome)).isEqualTo(served(serve(mill().withoutAgent(), lines)));
      assertThat(outcome.err()).allMatch(line -> line.startsWith("[weft] "));
      assertThat(outcome.stderr()).doesNotContain("\tat ");

      assertHostileObjects(outcome, receiver);
      assertWrongRules(outcome, receiver);
      List<RecordedPoint> errors =
          receiver.telemetry().awaitMetric("weft.rules.errors", any -> true).points();
      assertThat(errors)
          .extracting(point -> point.attributes().get("weft.rule"))
          .containsExactlyInAnyOrder("throwing", "slow", "million", "listed", "cyclic");
      assertThat(errors)
          .filteredOn(point -> "cyclic".equals(point.attributes().get("weft.rule")))
          .singleElement()
          .matches(point -> point.requireValue().longValue() >= 9);
    }
  }

  private void assertHostileObjects(Outcome outcome, OtlpReceiver receiver) {
    assertThat(saidOf("throwing", outcome))
        .containsExactly(
            "[weft] rule throwing: rules.yaml:5: value is left out:"
                + " java.lang.UnsupportedOperationException: not today",
            "[weft] rule throwing: rules.yaml:5: error is left out:"
                + " java.lang.StackOverflowError: not today either");
    assertThat(attributes(receiver, "throwing"))
        .hasSize(3)
        .allMatch(Map.of("ok", "throwing")::equals);
    assertThat(saidOf("slow", outcome))
        .containsExactly(
            "[weft] rule slow: rules.yaml:8: value: took more than 50 ms: something that it calls"
                + " is slow",
            "[weft] rule slow: rules.yaml:6: switched off, since it failed again and again");
    assertThat(outcome.stdout()).contains("slept 10, ");
    assertThat(attributes(receiver, "slow")).hasSize(10);
    assertThat(saidOf("recursing", outcome)).isEmpty();
    assertThat(attributes(receiver, "recursing"))
        .hasSize(3)
        .allMatch(Map.of("value", "recursing again")::equals);
    assertThat(saidOf("million", outcome))
        .containsExactly(
            "[weft] rule million: rules.yaml:16: sum is left out: more than 10000 elements in one"
                + " call");
    assertThat(attributes(receiver, "million"))
        .hasSize(3)
        .allMatch(Map.of("size", 1_000_000L, "last", 999_999L, "ok", "million")::equals);
    assertThat(saidOf("listed", outcome))
        .containsExactly(
            "[weft] rule listed: rules.yaml:19: list is left out: a list of more than 1000 texts");
    assertThat(attributes(receiver, "listed")).hasSize(3).allMatch(Map.of("ok", "million")::equals);
    assertThat(saidOf("cyclic", outcome))
        .containsExactly(
            "[weft] rule cyclic: rules.yaml:24: self is left out: a dev.weft.invariants.Mill$Cyclic"
                + " is no text, number or truth value: name a property",
            "[weft] rule cyclic: rules.yaml:24: map.* is left out: a map of more than 128 entries,"
                + " or nested more than 8",
            "[weft] rule cyclic: rules.yaml:24: list is left out: a list of lists is no attribute");
    assertThat(attributes(receiver, "cyclic")).hasSize(3).allMatch(Map.of("ok", "cyclic")::equals);
  }

  private void assertWrongRules(Outcome outcome, OtlpReceiver receiver) {
    assertThat(saidOf("mistyped", outcome))
        .containsExactly(
            "[weft] rules.yaml:27: rule mistyped: wrong: Load has no nmae that may be read;"
                + " nearest: name in load.nmae",
            "[weft] rules.yaml:28: rule mistyped: wrong: Load has no size that may be read in"
                + " load.size > 1");
    assertThat(attributes(receiver, "plain")).hasSize(3).allMatch(Map.of("ok", "load")::equals);
    assertThat(receiver.telemetry().logs()).hasSize(3).allMatch(log -> "load".equals(log.body()));
    assertThat(receiver.telemetry().metrics()).noneMatch(metric -> metric.name().equals("plains"));
    assertThat(said(outcome))
        .filteredOn(line -> line.contains("has matched nothing"))
        .containsExactly(
            "[weft] rules.yaml:31: rule nearly has matched nothing so far:"
                + " dev.weft.invariants.Mill$Worker declares no plian; nearest: plain",
            "[weft] rules.yaml:34: rule nowhere has matched nothing so far: no class of"
                + " dev.weft.invariants.Mill$Wroker was loaded; nearest:"
                + " dev.weft.invariants.Mill$Worker",
            "[weft] rules.yaml:37: rule ofJdk has matched nothing so far: java.util.ArrayList is of"
                + " the JDK, whose classes are not woven");
  }

  @Test
  void rules_areSwitchedByTheirNames() throws Exception {
    String rules =
        """
        rules:
          off-rule:
            on: {class: $Worker, method: plain}
            span: {name: off}
          on-rule:
            enabled: false
            on: {class: $Worker, method: plain}
            span: {name: on}
          resting:
            enabled: false
            on: {class: $Worker, method: plain}
            span: {name: resting}
          usual:
            on: {class: $Worker, method: plain}
            span: {name: usual}
        """;
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome outcome =
          serve(
              ruled(receiver, rules)
                  .env("OTEL_INSTRUMENTATION_OFF_RULE_ENABLED", "false")
                  .env("OTEL_INSTRUMENTATION_ON_RULE_ENABLED", "true"),
              "plain 2");

      assertThat(outcome.err()).isEmpty();
      assertThat(receiver.telemetry().spans())
          .extracting(RecordedSpan::name)
          .containsExactly("usual", "on", "usual", "on");
    }
  }

  @Test
  void methodsThatAreOnlyListed_areSpans() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      String worker = MILL + "$Worker";
      Jvm jvm =
          mill()
              .env("OTEL_INSTRUMENTATION_METHODS_INCLUDE", worker + "[plain,failing]")
              .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
      Outcome outcome = serve(jvm, "plain 2", "other 1", "failing 1");

      assertThat(outcome.err()).isEmpty();
      assertThat(receiver.telemetry().spans())
          .extracting(span -> span.name() + " " + span.status())
          .containsExactly(
              "Mill$Worker.plain UNSET", "Mill$Worker.plain UNSET", "Mill$Worker.failing ERROR");
    }
  }

  @Test
  void brokenFile_isTold_andTheOthersWork() throws Exception {
    Files.writeString(
        folder.resolve("broken.yaml"),
        """
        rules:
          broken:
            on: {class: a.B, method: plain}
            span: {attributes: {x: 'load.'}}
        """);
    String rules = "rules: {usual: {on: {class: $Worker, method: plain}, span: {name: usual}}}";
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Jvm jvm = ruled(receiver, rules).env("WEFT_RULES", folder.toString());
      Outcome outcome = serve(jvm, "plain 1");

      assertThat(said(outcome))
          .singleElement()
          .asString()
          .startsWith("[weft] broken.yaml:4: ")
          .contains("expected a name at character 6, not the end");
      assertThat(receiver.telemetry().spans())
          .extracting(RecordedSpan::name)
          .containsExactly("usual");
    }
  }

  @Test
  void tenThousandRules_costLittleOfTheStart_andOfTheHeap() throws Exception {
    StringBuilder rules = new StringBuilder("rules:\n");
    for (int i = 0; i < 10_000; i++) {
      String type = i % 100 == 0 ? "$Worker" : "com.acme.Missing" + i;
      String method = i == 5_000 ? "plain" : "missing";
      rules.append("  rule").append(i).append(": {on: {class: ").append(type);
      rules.append(", method: ").append(method).append("(load)}, span: {name: 'n").append(i);
      rules.append(" {load.name}', attributes: {a: load.name, b: load.name.length + 1}}}\n");
    }
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      long few = start(ruled(receiver, "rules: {one: {on: {class: a.B, method: c}, span: {}}}"));
      Jvm many = ruled(receiver, rules.toString());
      long start = System.nanoTime();
      Outcome outcome;
      try (Running mill = many.start(MILL)) {
        mill.awaitOut("ready");
        long millis = (System.nanoTime() - start) / 1_000_000;
        mill.order("plain 3");
        outcome = mill.end();

        assertThat(millis - few).as("ms that the start takes longer").isLessThan(15_000);
      }

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.lastWords().toMillis()).as("ms that the end takes").isLessThan(15_000);
      assertThat(attributes(receiver, "n5000 load"))
          .hasSize(3)
          .allMatch(Map.of("a", "load", "b", 5L)::equals);
      assertThat(Long.parseLong(outcome.stdout().split("heap ")[1].split(" ")[0]))
          .as("MB of the heap that are used at the end")
          .isLessThan(120);
      assertThat(outcome.err())
          .hasSize(21)
          .last()
          .isEqualTo("[weft] rules: 9979 more rules have matched nothing so far");
    }
  }

  private static long start(Jvm jvm) {
    long start = System.nanoTime();
    try (Running mill = jvm.start(MILL)) {
      mill.awaitOut("ready");
      return (System.nanoTime() - start) / 1_000_000;
    }
  }
}
