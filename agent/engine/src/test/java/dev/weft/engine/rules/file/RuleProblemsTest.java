// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of one wrong thing in an otherwise right rule, whose fourth line it is. */
class RuleProblemsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "spn: {} | rule place has no spn; did you mean span?",
        "span: {knd: server} | span has no knd; did you mean kind?",
        "span: {kind: servr} | span, kind cannot be servr; did you mean server?",
        "span: {root: top} | span, root cannot be top; there is child, new, requires-parent",
        "span: [a] | span has to be a mapping, not a list",
        "span: {name: [a]} | span, name has to be a text, not a list",
        "span: {name: } | span, name has to be a text, not nothing",
        "span: {kind: client, kind: server} | span has kind twice",
        "span: !!java.util.Date {} | is not YAML: Global tag is not allowed: tag:yaml.org,2002:java.util.Date",
        "span: !own {kind: client} | tags are not taken: !own",
        "span: {<<: {kind: client}} | mappings are not merged by <<",
        "span: {events: [{at: entry}]} | an event needs a name",
        "span: {events: [{name: a, att: entry}]} | an event has no att; did you mean at?",
        "span: {events: [{name: a, at: entri}]} | at cannot be entri; did you mean entry?",
        "{span: {}, enabled: maybe} | enabled has to be true or false, not maybe",
        "{span: {}, limit: 5} | limit has to be calls a second, such as 100/s, not 5",
        "{span: {}, limit: 0/s} | limit has to be calls a second, such as 100/s, not 0/s",
        "metrics: {a.b: {unit: x}} |"
            + " metric a.b needs one of counter, up-down-counter, histogram, gauge",
        "metrics: {9a: {counter: 1}} | metric 9a: a name begins with a letter and has letters,"
            + " digits, _ . / - after it, 255 at most",
        "metrics: {a: {counter: 1, gauge: 1}} |"
            + " metric a has both counter and gauge; one is possible",
        "metrics: {a: {conter: 1, counter: 1}} |"
            + " metric a has no conter; did you mean counter?",
        "metrics: {a: {counter: 1, buckets: [1]}} | metric a: only histograms have buckets",
        "metrics: {a: {histogram: 1, buckets: 1}} | metric a, buckets has to be a list of numbers",
        "metrics: {a: {histogram: 1, buckets: [1, 5, 5]}} |"
            + " metric a, buckets have to ascend: 5.0 follows 5.0",
        "metrics: {a: {histogram: 1, buckets: [1, few]}} | metric a, buckets: few is no number",
        "metrics: {a: {counter: 1, max-series: 0}} |"
            + " metric a, max-series has to be a whole number above 0, not 0",
        "metrics: {a: {counter: 1, by: {x.*: a.b}}} |"
            + " metric a, by, x.*: only attributes may have names that end in .*",
        "logs: [{severity: info}] | a log record needs an event or a body",
        "logs: [{event: a, severity: wrn}] | severity cannot be wrn; did you mean warn?",
        "logs: [{event: a, severity: {map: return, OK: inf}}] |"
            + " severity, OK cannot be inf; did you mean info?",
        "{span: {}, below: {n: {total: 1}}} | below, n has no total; there is count, sum, min,"
            + " max, first, last, signal, where",
        "{span: {}, below: {n: {count: true, where: true}}} |"
            + " below, n: count is followed by its condition already",
        "{span: {}, below: {n: {signal: aws.throtled}}} | below, n cannot be aws.throtled; did you"
            + " mean aws.throttled?",
        "{span: {}, below: {n: {signal: aws.throttled, where: true}}} |"
            + " below, n: a signal comes from no span to choose by",
        "{span: {}, below: {n: {signal: aws.throttled, sum: 1}}} |"
            + " below, n has both sum and signal; one is possible",
        "up: {plac: {n: 1}} | up, plac: no rule and no span of a rule is called so; did you mean"
            + " place?",
        "up: {place: {n: {value: 1, with: summ}}} | up, place, n cannot be summ; did you mean sum?",
        "up: {place: {n: {with: sum}}} | up, place, n needs a value",
      })
  void problem_ofRule_saysWhatAndWhatWouldBeRight(String rest, String expected) {
    String body = rest.startsWith("{") ? rest.substring(1, rest.length() - 1) : rest;
    RuleFiles.Outcome outcome =
        Written.rule(folder, body.replaceAll(", (enabled|limit|below)", "\n$1"));

    assertThat(Written.lines(outcome, folder))
        .anySatisfy(line -> assertThat(line).matches("rules\\.yaml:[45]: .*").endsWith(expected));
    assertThat(outcome.rules.rules).isEmpty();
    assertThat(outcome.isWhole()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "span: {attributes: {a: 'order.'}} | attributes, a cannot be read: | in: order.",
        "span: {name: 'do {x'} | span, name cannot be read: | in: do {x",
        "when: 'a ==' | when cannot be read: | in: a ==",
        "logs: {event: a, body: '{'} | log, body cannot be read: | in: {",
      })
  void problem_ofExpression_quotesIt(String rest, String start, String end) {
    RuleFiles.Outcome outcome = Written.rule(folder, rest + "\ncontext: {x: 1}");

    assertThat(Written.lines(outcome, folder))
        .singleElement()
        .satisfies(
            line -> assertThat(line).startsWith("rules.yaml:4: " + start.trim()).endsWith(end));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "when: return.size > 0 | when is worked out at entry, where there is no return yet",
        "span: {name: '{thrown}'} |"
            + " the name of a span is worked out at entry, where there is no thrown yet",
        "span: {links: duration.ms} |"
            + " a link is worked out at entry, where there is no duration or below yet",
        "context: {a: return.id} |"
            + " context, a, is worked out at entry, where there is no return yet",
        "logs: {event: a, at: entry, when: return} | at entry there is no return yet",
        "logs: {event: a, at: return, when: thrown} |"
            + " at return there is no thrown; did you mean throw?",
        "logs: {event: a, at: throw, when: return} |"
            + " at throw there is no return; did you mean return?",
        "span: {attributes: {a: {value: return, at: entry}}} | at entry there is no return yet",
        "span: {attributes: {a: {map: return}}} |"
            + " attributes, a maps to nothing: add VALUE: expression, or else: expression",
        "span: {attributes: {a: {OK: 1}}} | attributes, a has to be an expression, or a mapping"
            + " with map: an expression",
      })
  void problem_ofTime_saysWhatIsNotThere(String rest, String expected) {
    RuleFiles.Outcome outcome = Written.rule(folder, rest + "\nup: {place: {n: 1}}");

    assertThat(Written.lines(outcome, folder)).containsExactly("rules.yaml:4: " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "resource_id, each.name",
    "name, each.resourceId",
    "url, each.a",
    "who, lower(a.email)"
  })
  void warning_ofMetricByIds_letsTheFileBe(String key, String expression) {
    RuleFiles.Outcome outcome =
        Written.rule(folder, "metrics: {m: {counter: 1, by: {" + key + ": " + expression + "}}}");

    assertThat(Written.lines(outcome, folder))
        .singleElement()
        .asString()
        .startsWith("rules.yaml:4: metric m, by, " + key + " looks like an id: ")
        .contains("never belong on metrics");
    assertThat(outcome.rules.rules).hasSize(1);
    assertThat(outcome.isWhole()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"valid, each.paid", "zip, each.grid", "has_it, each.id == null", "n, 'count(a, id)'"})
  void warning_ofMetricByWhatIsNoId_isNotGiven(String key, String expression) {
    RuleFiles.Outcome outcome =
        Written.rule(folder, "metrics: {m: {counter: 1, by: {" + key + ": '" + expression + "'}}}");

    assertThat(outcome.problems).isEmpty();
  }

  @Test
  void problem_ofEmptyRule_isAtItsName() {
    assertThat(Written.lines(Written.rule(folder, "enabled: true"), folder))
        .containsExactly(
            "rules.yaml:2: rule place records nothing: it has no span, context, up, metrics or"
                + " logs");
  }
}
