// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The keys of each part of a rule file, and the words that some of them take. */
final class Vocabulary {
  static final List<String> FILE = of("scope", "allow", "methods", "rules");
  static final List<String> RULE =
      of("enabled", "on", "when", "limit", "context", "span", "up", "below", "metrics", "logs");
  static final List<String> ON = of("class", "implements", "extends", "annotated", "method");
  static final List<String> SPAN =
      of("name", "kind", "root", "links", "attributes", "events", "failed", "error.type");
  static final List<String> EVENT = of("name", "at", "when", "attributes");
  static final List<String> METRIC =
      of(
          "counter",
          "up-down-counter",
          "histogram",
          "gauge",
          "for-each",
          "when",
          "by",
          "unit",
          "description",
          "buckets",
          "max-series",
          "max-values",
          "at");
  static final List<String> LOG =
      of("event", "severity", "body", "for-each", "when", "attributes", "at");
  static final List<String> LIFT = of("value", "with", "at");
  static final List<String> BELOW =
      of("count", "sum", "min", "max", "first", "last", "signal", "where");

  /** Of an attribute whose value is not an expression alone. */
  static final List<String> VALUE = of("value", "at");

  static final List<String> KINDS = of("internal", "client", "server", "producer", "consumer");
  static final List<String> ROOTS = of("child", "new", "requires-parent");
  static final List<String> TIMES = of("entry", "return", "throw", "exit");
  static final List<String> COMBININGS = of("sum", "count", "min", "max", "first", "last");
  static final List<String> SEVERITIES = of("trace", "debug", "info", "warn", "error", "fatal");

  /** What built-in instrumentations observe that no span tells. */
  static final List<String> SIGNALS = of("aws.throttled");

  static final List<String> INSTRUMENTS = METRIC.subList(0, 4);
  static final List<String> TARGETS = ON.subList(0, 4);

  /** One of these says what is made of what happens below. */
  static final List<String> MAKINGS = BELOW.subList(0, 7);

  private Vocabulary() {}

  private static List<String> of(String... words) {
    return Collections.unmodifiableList(Arrays.asList(words));
  }
}
