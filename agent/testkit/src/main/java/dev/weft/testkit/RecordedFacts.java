// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was recorded, said as {@link Fact}s. Ignores what the agent and the tests say themselves.
 */
final class RecordedFacts {
  private static final String OURS = "dev.weft";

  /** Keys that end with the name of a header that the user has configured. */
  private static final List<String> CAPTURED =
      List.of("http.request.header.", "http.response.header.");

  private final SortedSet<Fact> facts = new TreeSet<>();

  /** Adds what has come in so far. */
  void add(RecordedTelemetry telemetry) {
    telemetry.spans().forEach(this::add);
    telemetry.metrics().forEach(this::add);
  }

  /** Returns all facts since the last call. */
  SortedSet<Fact> take() {
    SortedSet<Fact> taken = new TreeSet<>(facts);
    facts.clear();
    return taken;
  }

  private void add(RecordedSpan span) {
    if (addScope(span.scope())) {
      String kind = span.kind().name();
      facts.add(Fact.entry("spans", kind));
      addAttributes("spans", kind, span.attributes());
    }
  }

  private void add(RecordedMetric metric) {
    if (!addScope(metric.scope())) {
      return;
    }
    facts.add(Fact.entry("metrics", metric.name()));
    addField(metric, "type", type(metric));
    addField(metric, "unit", metric.unit());
    addField(metric, "description", metric.description());
    for (RecordedPoint point : metric.points()) {
      addAttributes("metrics", metric.name(), point.attributes());
      if (point.histogram() != null) {
        addField(metric, "buckets", point.histogram().bounds());
      }
    }
  }

  private boolean addScope(RecordedScope scope) {
    if (scope.name().startsWith(OURS)) {
      return false;
    }
    facts.add(new Fact("scopes", scope.name(), "schema_url", scope.schemaUrl()));
    return true;
  }

  private void addField(RecordedMetric metric, String field, Object value) {
    facts.add(new Fact("metrics", metric.name(), field, value));
  }

  private void addAttributes(String section, String entry, Map<String, Object> attributes) {
    attributes.forEach(
        (key, value) ->
            facts.add(new Fact(section, entry, Fact.ATTRIBUTES + listedKey(key), type(value))));
  }

  private static String listedKey(String key) {
    for (String prefix : CAPTURED) {
      if (key.startsWith(prefix)) {
        return prefix + "<name>";
      }
    }
    return key;
  }

  private static String type(Object value) {
    if (value instanceof List<?> list) {
      return (list.isEmpty() ? "string" : type(list.get(0))) + "[]";
    }
    return value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String type(RecordedMetric metric) {
    return switch (metric.type()) {
      case GAUGE -> "gauge";
      case SUM -> metric.monotonic() ? "counter" : "up-down counter";
      case HISTOGRAM -> "histogram";
      case EXPONENTIAL_HISTOGRAM -> "exponential histogram";
      case SUMMARY -> "summary";
    };
  }
}
