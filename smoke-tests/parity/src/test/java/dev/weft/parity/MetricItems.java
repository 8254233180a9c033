// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import dev.weft.testkit.RecordedHistogram;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedPoint;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Metrics by name, each with its points. */
final class MetricItems {
  private final Wording wording;
  private final Map<String, Set<String>> exemplars = new HashMap<>();

  private MetricItems(Wording wording) {
    this.wording = wording;
  }

  static List<Item> of(List<RecordedMetric> exports, Wording wording) {
    SortedMap<String, RecordedMetric> newest = new TreeMap<>();
    MetricItems items = new MetricItems(wording);
    for (RecordedMetric metric : exports) {
      newest.put(metric.name() + " (" + metric.scope().name() + ")", metric);
      metric.points().forEach(point -> items.addExemplars(metric, point));
    }
    return newest.values().stream().map(items::item).toList();
  }

  /** Exemplars are sent once, unlike what they are examples of. */
  private void addExemplars(RecordedMetric metric, RecordedPoint point) {
    point
        .exemplars()
        .forEach(exemplar -> exemplarsOf(metric, point).add(wording.sort(exemplar.spanId())));
  }

  private Set<String> exemplarsOf(RecordedMetric metric, RecordedPoint point) {
    return exemplars.computeIfAbsent(metric.name() + point.attributes(), key -> new TreeSet<>());
  }

  private Item item(RecordedMetric metric) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("scope", metric.scope().name());
    facts.put("unit", metric.unit());
    facts.put("description", metric.description());
    facts.put("type", metric.type() + (metric.monotonic() ? " monotonic" : ""));
    facts.put("temporality", metric.temporality().toString());
    for (RecordedPoint point : metric.points()) {
      RecordedHistogram histogram = point.histogram();
      facts.put("buckets", histogram == null ? "none" : histogram.bounds().toString());
      facts.put("numbers", histogram == null ? type(point) : "histogram");
    }
    return new Item("metric", metric.name(), facts, points(metric));
  }

  private static String type(RecordedPoint point) {
    return point.requireValue().getClass().getSimpleName();
  }

  private List<Item> points(RecordedMetric metric) {
    // attributes that are given by type only make points that are the same
    SortedMap<String, Item> points = new TreeMap<>();
    metric.points().stream()
        .map(point -> point(metric, point))
        .forEach(p -> points.put(p.name(), p));
    return points.values().stream().sorted(Comparator.comparing(Item::name)).toList();
  }

  private Item point(RecordedMetric metric, RecordedPoint point) {
    SortedMap<String, String> facts = new TreeMap<>();
    point.attributes().forEach((key, v) -> facts.put("attribute " + key, wording.value(key, v)));
    String name =
        facts.entrySet().stream()
            .map(fact -> fact.getKey().substring("attribute ".length()) + "=" + fact.getValue())
            .collect(Collectors.joining(", ", "{", "}"));
    if (point.histogram() != null && !metric.name().startsWith("jvm.")) {
      facts.put("count", String.valueOf(point.histogram().count()));
    }
    facts.put("exemplars", exemplarsOf(metric, point).toString());
    return new Item("point " + metric.name(), name, facts, List.of());
  }
}
