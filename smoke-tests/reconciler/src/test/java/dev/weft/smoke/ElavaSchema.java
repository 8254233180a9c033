// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.RecordedLog;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The table {@code elava/schema.yaml}; finds all of it that something does not have. */
final class ElavaSchema {
  private final Map<String, Map<String, Object>> table;

  private ElavaSchema(Map<String, Map<String, Object>> table) {
    this.table = table;
  }

  static ElavaSchema read() throws IOException {
    try (InputStream in = ElavaSchema.class.getResourceAsStream("/elava/schema.yaml")) {
      return new ElavaSchema(new Yaml().load(in));
    }
  }

  /** Returns what these attributes of a resource do not have. */
  List<String> missingResource(Map<String, Object> resource) {
    List<String> missing = new ArrayList<>();
    SchemaValue.check("resource", table.get("resource"), resource, missing);
    return missing;
  }

  /** Returns what the trace of a scan does not have. */
  List<String> missingSpans(List<RecordedSpan> trace) {
    List<String> missing = new ArrayList<>();
    section("spans").forEach((name, item) -> new SchemaSpan(name, item).check(trace, missing));
    return missing;
  }

  /** Returns what these metrics do not have, by their names. */
  List<String> missingMetrics(Map<String, RecordedMetric> metrics) {
    List<String> missing = new ArrayList<>();
    section("metrics")
        .forEach((name, item) -> new SchemaMetric(name, item).check(metrics.get(name), missing));
    return missing;
  }

  /** Returns what a Prometheus does not get of the metrics. */
  List<String> missingSamples(String scrape) {
    List<String> missing = new ArrayList<>();
    List<ScrapedSample> samples = ScrapedSample.all(scrape);
    section("metrics")
        .forEach((name, item) -> new SchemaMetric(name, item).checkSamples(samples, missing));
    return missing;
  }

  /** Returns what the log records of a scan do not have. */
  List<String> missingLogs(List<RecordedLog> logs) {
    List<String> missing = new ArrayList<>();
    section("logs").forEach((event, item) -> new SchemaLog(event, item).check(logs, missing));
    return missing;
  }

  /** Returns the names that a section has. */
  List<String> names(String section) {
    return List.copyOf(section(section).keySet());
  }

  private Map<String, Map<String, Object>> section(String name) {
    return cast(table.get(name));
  }

  /** Returns a part of an item, empty where the item does not have it. */
  static Map<String, Object> part(Map<String, Object> item, String name) {
    return cast(item.getOrDefault(name, Map.of()));
  }

  @SuppressWarnings("unchecked")
  static <T> T cast(Object node) {
    return (T) node;
  }
}
