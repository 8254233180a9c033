// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.SpanKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules record of a call: spans, context, lifts, measurements and log records. */
class RecordedRulesTest {
  @TempDir Path folder;

  @Test
  void newRoot_isLinkedToWhatWasCurrent() throws Exception {
    String rule =
        "twice: {on: {class: $, method: twice(n)}, span: {name: twice, kind: server, root: new}}";
    try (Ruled ruled = new Ruled(folder, rule)) {
      Ruled.within("outside", () -> ruled.run("static"));
      ruled.run("static");

      Span first = ruled.spans.get(0);
      SpanContext outside = ruled.spans.get(1).context();
      assertThat(ruled.spans()).containsExactly("twice", "outside", "twice");
      assertThat(first.kind()).isEqualTo(SpanKind.SERVER);
      assertThat(first.context().traceIdText()).isNotEqualTo(outside.traceIdText());
      assertThat(first.links())
          .singleElement()
          .satisfies(link -> assertThat(link.spanId()).isEqualTo(outside.spanId()))
          .satisfies(link -> assertThat(link.traceIdText()).isEqualTo(outside.traceIdText()));
      assertThat(ruled.spans.get(2).linkCount()).isZero();
    }
  }

  @Test
  void requiredParent_thatIsMissing() throws Exception {
    String rule =
        """
        twice:
          on: {class: $, method: twice(n)}
          context: {n: n}
          span: {root: requires-parent}
          metrics: {twice: {counter: 1, by: {n: context.n}}}
        """;
    try (Ruled ruled = new Ruled(folder, rule)) {
      ruled.run("static");
      Ruled.within("outside", () -> ruled.run("static"));

      assertThat(ruled.spans()).containsExactly("App.twice < outside", "outside");
      assertThat(ruled.series("twice")).isEqualTo(Map.of("4", "2.0"));
    }
  }

  @Test
  void links_areReadFromTexts() throws Exception {
    String id = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    String rule =
        "finals: {on: {class: $, method: finals(x)}, span: {links: [\"'"
            + id
            + "'\", x, x.length]}}";
    try (Ruled ruled = new Ruled(folder, rule)) {
      ruled.run("final");

      assertThat(ruled.spans.get(0).links())
          .singleElement()
          .extracting(SpanContext::spanIdText)
          .isEqualTo("b7ad6b7169203331");
    }
  }

  @Test
  void when_andLimit() throws Exception {
    String rule =
        """
        leaf:
          on: {class: $, method: leaf(n)}
          when: n > 5
          span: {attributes: {n: n}}
          metrics: {leaves: {counter: 1}}
        twice:
          on: {class: $, method: twice}
          limit: 3/s
          span: {}
        """;
    try (Ruled ruled = new Ruled(folder, rule)) {
      ruled.run("levels");
      assertThat(ruled.spans()).containsExactly("App.leaf {n=10}", "App.leaf {n=20}");
      assertThat(ruled.series("leaves")).isEqualTo(Map.of("", "2.0"));
      ruled.spans.clear();

      long second = System.nanoTime() / 1_000_000_000;
      while (System.nanoTime() / 1_000_000_000 == second) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < 50; i++) {
        ruled.run("static");
      }
      boolean withinOne = System.nanoTime() / 1_000_000_000 == second + 1;

      assertThat(withinOne).as("50 calls within a second").isTrue();
      assertThat(ruled.spans()).containsExactly("App.twice", "App.twice", "App.twice");
    }
  }

  @Test
  void failed_byACondition() throws Exception {
    String rule =
        """
        twice:
          on: {class: $, method: twice(n)}
          span: {name: twice, failed: return > 7, error.type: '"too much"'}
        leaf:
          on: {class: $, method: leaf(n)}
          span: {name: leaf, failed: return > 7, error.type: thrown.message}
        finals:
          on: {class: $, method: finals}
          span: {name: finals, failed: return == 'y'}
        """;
    try (Ruled ruled = new Ruled(folder, rule)) {
      ruled.run("static");
      ruled.run("final");
      assertThatThrownBy(() -> ruled.run("levels failing")).hasMessage("negative");

      assertThat(ruled.spans())
          .containsExactly(
              "twice failed {error.type=too much}", "finals", "leaf failed {error.type=negative}");
      assertThat(ruled.spans.get(2).thrown()).hasMessage("negative");
    }
  }

  @Test
  void events_andLogs_atTheirTimes() throws Exception {
    String rule =
        """
        leaf:
          on: {class: $, method: leaf(n)}
          span:
            name: leaf
            events:
              - begun
              - {name: done, at: return, when: n > 5, attributes: {n: return}}
              - {name: thrown, at: throw, attributes: {why: thrown.message}}
              - {name: over, at: exit}
          logs:
            - {event: entered, at: entry, severity: debug, attributes: {n: n}}
            - {event: left, at: return, severity: {map: n, 10: warn, else: trace}, body: 'n is {return}'}
            - {event: broken, at: throw, severity: error, body: '{thrown.message}'}
        """;
    try (Ruled ruled = new Ruled(folder, rule)) {
      ruled.run("levels");
      assertThatThrownBy(() -> ruled.run("levels failing")).hasMessage("negative");

      assertThat(ruled.spans.stream().map(RecordedRulesTest::events))
          .containsExactly(
              "begun over",
              "begun done{n=10} over",
              "begun over",
              "begun done{n=20} over",
              "begun thrown{why=negative} over exception");
      assertThat(ruled.logs())
          .containsExactly(
              "DEBUG entered {n=1} in leaf",
              "TRACE left 'n is 1' in leaf",
              "DEBUG entered {n=10} in leaf",
              "WARN left 'n is 10' in leaf",
              "DEBUG entered {n=2} in leaf",
              "TRACE left 'n is 2' in leaf",
              "DEBUG entered {n=20} in leaf",
              "TRACE left 'n is 20' in leaf",
              "DEBUG entered {n=-1} in leaf",
              "ERROR broken 'negative' in leaf");
    }
  }

  private static String events(Span span) {
    return span.events().stream()
        .map(
            event ->
                event.name()
                    + (event.attributeCount() == 0
                        ? ""
                        : "{" + event.attributeKey(0) + "=" + event.attributeValue(0) + "}"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void series_beyondTheBound_areOne() throws Exception {
    String rule =
        """
        leaf:
          on: {class: $, method: leaf(n)}
          metrics: {leaves: {counter: 1, by: {n: n}, max-series: 2}}
        """;
    try (Ruled ruled = new Ruled(folder, rule)) {
      ruled.run("levels");
      ruled.run("levels");

      assertThat(ruled.series("leaves"))
          .isEqualTo(Map.of("1", "2.0", "10", "2.0", "overflow", "4.0"));
    }
  }

  @Test
  void maps_areFlattened_andHostileOnesAreLeftOut() throws Exception {
    String rule =
        """
        map:
          on: {class: $, method: map(map)}
          span: {name: map, attributes: {of.*: map, is: return}}
          logs: {event: map, attributes: {of.*: map}}
          metrics: {maps: {counter: 1, by: {size: map.size}}}
        """;
    try (Ruled ruled = new Ruled(folder, rule)) {
      assertThat(ruled.run("hostile map")).isEqualTo("HostileMap");
      assertThat(ruled.run("map")).isNotNull();

      assertThat(ruled.spans())
          .containsExactly(
              "map {is=HostileMap}", "map {is=" + ruled.run("map") + ", of.a=1, of.b.c=d}");
      assertThat(ruled.logs())
          .hasSize(3)
          .startsWith("INFO map in map", "INFO map {of.a=1, of.b.c=d} in map");
      assertThat(ruled.series("maps")).isEqualTo(Map.of("1", "1.0", "2", "2.0"));
      assertThat(ruled.said())
          .containsExactly(
              "rule map: rules.yaml:5: of.* is left out: java.util.ConcurrentModificationException: of the application",
              "rule map: rules.yaml:6: of.* is left out: java.util.ConcurrentModificationException: of the application");
    }
  }

  @Test
  void metrics_whoseAttributesCannotBeBound_areNotRecorded() throws Exception {
    String rule =
        """
        leaf:
          on: {class: $, method: leaf(n)}
          span: {name: leaf, attributes: {n: m, ok: n}}
          metrics:
            wrong: {counter: 1, by: {n: n.nothing}}
            right: {counter: 1, by: {ok: n > 5}}
        """;
    try (Ruled ruled = new Ruled(folder, rule)) {
      ruled.run("levels");

      assertThat(ruled.series("wrong")).isEmpty();
      assertThat(ruled.series("right")).isEqualTo(Map.of("false", "2.0", "true", "2.0"));
      assertThat(ruled.spans()).startsWith("leaf {ok=1}").hasSize(4);
      assertThat(ruled.said())
          .containsExactly(
              "rules.yaml:5: rule leaf: n: nothing is called m; nearest: n in m",
              "rules.yaml:7: rule leaf: n: int has no nothing that may be read in n.nothing");
    }
  }

  @ParameterizedTest
  @CsvSource({"span, 100", "when, 100"})
  void failingAgainAndAgain_switchesOff(String part, int calls) throws Exception {
    String rule =
        part.equals("span")
            ? "twice: {on: {class: $, method: twice(n)}, span: {name: twice, attributes: {x: 1 / (n - 4)}}}"
            : "twice: {on: {class: $, method: twice(n)}, when: 1 / (n - 4) > 0, span: {name: twice}}";
    try (Ruled ruled = new Ruled(folder, rule)) {
      for (int i = 0; i < calls - 1; i++) {
        ruled.run("static");
      }
      assertThat(ruled.said()).hasSize(1);
      ruled.run("static");
      ruled.run("static");

      assertThat(ruled.said())
          .containsExactly(
              "rule twice: rules.yaml:3: "
                  + (part.equals("span") ? "x" : "when")
                  + " is left out: divided by zero",
              "rule twice: rules.yaml:3: switched off, since it failed again and again");
      assertThat(ruled.spans()).hasSize(part.equals("span") ? 100 : 0);
    }
  }

  @Test
  void links_ofAList_andOfOneThatThrows() throws Exception {
    String rule =
        "linked: {on: {class: $, method: linked(parents)}, span: {name: linked, links: [parents], attributes: {n: parents.size}}}";
    try (Ruled ruled = new Ruled(folder, rule)) {
      assertThat(ruled.run("linked")).isEqualTo(3);
      assertThat(ruled.run("linked to the broken")).isEqualTo(1);

      assertThat(ruled.spans()).containsExactly("linked {n=3}", "linked {n=1}");
      assertThat(ruled.spans.get(0).links())
          .extracting(SpanContext::spanIdText)
          .containsExactly("b7ad6b7169203331", "b7ad6b7169203332");
      assertThat(ruled.spans.get(1).links()).isEmpty();
      assertThat(ruled.said())
          .containsExactly(
              "rule linked: rules.yaml:3: a link is left out: java.lang.IllegalStateException: of the application");
    }
  }

  @Test
  void names_thatComeToNothing_areThoseOfTheMethods() throws Exception {
    String rule =
        """
        twice:
          on: {class: $, method: twice(n)}
          span: {name: 'n {1 / (n - 4)}'}
        finals:
          on: {class: $, method: finals(x)}
          span: {name: '{context.nothing}'}
        leaf:
          on: {class: $, method: leaf(n)}
          span: {name: 'leaf {m}'}
        """;
    try (Ruled ruled = new Ruled(folder, rule)) {
      ruled.run("static");
      ruled.run("final");
      ruled.run("levels");

      assertThat(ruled.spans()).startsWith("App.twice", "App.finals", "App.leaf").hasSize(6);
      assertThat(ruled.said())
          .containsExactly(
              "rule twice: rules.yaml:5: the span's name is left out: divided by zero",
              "rules.yaml:11: rule leaf: the span's name: nothing is called m; nearest: n in leaf {m}");
    }
  }

  @Test
  void forEach_ofTooManyElements_measuresSome_butNeverPartOfAGauge() throws Exception {
    String rule =
        """
        many:
          on: {class: $, method: many(list)}
          span: {name: many, attributes: {n: list.size}}
          metrics:
            seen: {gauge: 1, for-each: list}
        counted:
          on: {class: $, method: many(list)}
          metrics:
            counted: {counter: each, for-each: list}
        """;
    try (Ruled ruled = new Ruled(folder, rule)) {
      assertThat(ruled.run("many")).isEqualTo(20_000);

      // fewer on a machine that is too busy to look at all of them in time
      String why = "(more than 10000 elements in one call|took more than 50 ms: .*)";
      assertThat(ruled.series("seen")).isEmpty();
      assertThat(Double.parseDouble(ruled.series("counted").get(""))).isBetween(2.0, 20_000.0);
      assertThat(ruled.spans()).singleElement().asString().startsWith("many");
      String counted = "rule counted: rules.yaml:11: counted( is left out)?: " + why;
      String many = "rule many: rules.yaml:7: seen( is left out)?: " + why;
      assertThat(ruled.said())
          .anyMatch(line -> line.matches(counted))
          .anyMatch(line -> line.matches(many))
          .allMatch(line -> line.matches(counted) || line.matches(many));
    }
  }
}
