// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for editors says of a file what the reader says. */
class SchemaTest {
  // Surefire runs tests in the folder of the module.
  private static final File FILE = new File("../../docs/telemetry-rules.schema.json");

  private static final Map<?, ?> ROOT = (Map<?, ?>) Plain.of(FILE);

  @TempDir Path folder;

  /** Follows keys, list indices among them, from the root of the schema. */
  private static Object at(String path) {
    Object found = ROOT;
    for (String step : path.split(" ")) {
      found =
          found instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : ((Map<?, ?>) found).get(step);
      assertThat(found).as(path + ", " + step).isNotNull();
    }
    return found;
  }

  static List<Arguments> keys() {
    return List.of(
        Arguments.of("properties", Vocabulary.FILE),
        Arguments.of("$defs rule properties", Vocabulary.RULE),
        Arguments.of("$defs on properties", Vocabulary.ON),
        Arguments.of("$defs span properties", Vocabulary.SPAN),
        Arguments.of("$defs event anyOf 1 properties", Vocabulary.EVENT),
        Arguments.of("$defs metric properties", Vocabulary.METRIC),
        Arguments.of("$defs log properties", Vocabulary.LOG),
        Arguments.of("$defs lift anyOf 1 properties", Vocabulary.LIFT),
        Arguments.of("$defs below properties", Vocabulary.BELOW),
        Arguments.of("$defs timed anyOf 1 properties", Vocabulary.VALUE));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void keys_areThoseOfTheReader(String path, List<String> known) {
    assertThat((Set<?>) ((Map<?, ?>) at(path)).keySet()).isEqualTo(Set.copyOf(known));
  }

  static List<Arguments> words() {
    return List.of(
        Arguments.of("$defs span properties kind enum", Vocabulary.KINDS),
        Arguments.of("$defs span properties root enum", Vocabulary.ROOTS),
        Arguments.of("$defs time enum", Vocabulary.TIMES),
        Arguments.of("$defs lift anyOf 1 properties with enum", Vocabulary.COMBININGS),
        Arguments.of("$defs severity enum", Vocabulary.SEVERITIES),
        Arguments.of("$defs below properties signal enum", Vocabulary.SIGNALS));
  }

  @ParameterizedTest
  @MethodSource("words")
  void words_areThoseOfTheReader(String path, List<String> known) {
    assertThat(at(path)).isEqualTo(known);
  }

  static List<Arguments> choices() {
    return List.of(
        Arguments.of("$defs metric oneOf", Vocabulary.INSTRUMENTS),
        Arguments.of("$defs on oneOf", Vocabulary.TARGETS),
        Arguments.of("$defs below oneOf", Vocabulary.MAKINGS));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void choices_areThoseOfTheReader(String path, List<String> known) {
    assertThat(at(path))
        .isEqualTo(known.stream().map(key -> Map.of("required", List.of(key))).toList());
  }

  @Test
  void file_withEveryElement_isAccepted() {
    assertThat(new Schema(ROOT).accepts(Plain.of(EveryElementTest.FILE))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "span: {}",
        "span: {events: a, links: b}",
        "{context: {a: b}, limit: 5/s}",
        "metrics: {a: {counter: 1}}",
        "logs: {body: a}",
        "up: {r: {n: 1}}"
      })
  void rule_thatIsRight_isAcceptedByBoth(String rest) {
    assertThat(isAcceptedBySchema(rest)).isTrue();
    assertThat(isAcceptedByReader(rest)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enabled: true",
        "spn: {}",
        "{span: {}, enabled: maybe}",
        "{span: {}, limit: 5}",
        "span: {knd: server}",
        "span: {kind: servr}",
        "span: {root: top}",
        "span: [a]",
        "span: {name: [a]}",
        "span: {events: [{at: entry}]}",
        "span: {events: [{name: a, at: entri}]}",
        "span: {attributes: {a: {OK: 1}}}",
        "span: {attributes: {a: {map: b}}}",
        "span: {attributes: {a: [b]}}",
        "context: {a.*: b}",
        "metrics: {a.b: {unit: x}}",
        "metrics: {9a: {counter: 1}}",
        "metrics: {a: {counter: 1, gauge: 1}}",
        "metrics: {a: {counter: 1, buckets: [1]}}",
        "metrics: {a: {histogram: 1, buckets: []}}",
        "metrics: {a: {histogram: 1, buckets: [few]}}",
        "metrics: {a: {counter: 1, max-series: 0}}",
        "metrics: {a: {counter: 1, by: {x.*: b}}}",
        "logs: [{severity: info}]",
        "logs: [{event: a, severity: wrn}]",
        "logs: [{event: a, severity: {map: b, OK: inf}}]",
        "{span: {}, below: {n: {total: 1}}}",
        "{span: {}, below: {n: {count: true, where: true}}}",
        "{span: {}, below: {n: {signal: aws.throttled, where: true}}}",
        "{span: {}, below: {n: {signal: other}}}",
        "{span: {}, below: {n: {sum: 1, max: 1}}}",
        "up: {r: {n: {value: 1, with: summ}}}",
        "up: {r: {n: {with: sum}}}",
        "{span: {}, on: {class: a.B}}",
        "{span: {}, on: {class: a.B, extends: a.C, method: m}}"
      })
  void rule_thatIsWrong_isAcceptedByNeither(String rest) {
    assertThat(isAcceptedBySchema(rest)).isFalse();
    assertThat(isAcceptedByReader(rest)).isFalse();
  }

  private File file(String rest) {
    String inside = rest.startsWith("{") ? rest.substring(1, rest.length() - 1) : rest;
    String on = inside.contains(" on: {") ? "" : "on: {class: a.B, method: m}, ";
    return Written.write(folder, "r.yaml", "rules: {r: {" + on + inside + "}}").toFile();
  }

  private boolean isAcceptedBySchema(String rest) {
    return new Schema(ROOT).accepts(Plain.of(file(rest)));
  }

  private boolean isAcceptedByReader(String rest) {
    return RuleFiles.read(List.of(file(rest))).isWhole();
  }
}
