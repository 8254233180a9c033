// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.yaml.snakeyaml.Yaml;

/**
 * The {@code telemetry.yaml} of an instrumentation: what it promises its users to emit.
 *
 * <pre>
 * library: what is instrumented, and which versions
 * propagation: which headers are written or read      # may be left out
 * scopes:
 *   name of the instrumentation scope: its schema URL
 * spans:                                              # one kind may have several entries
 *   - kind: CLIENT
 *     name: how the name comes about
 *     when: what there is one for
 *     untested: why no test of the folder records it  # may be left out
 *     attributes:
 *       url.full: string
 * metrics:
 *   - name: http.client.request.duration
 *     type: histogram
 *     unit: s
 *     description: as it is sent
 *     when: ...
 *     untested: ...
 *     buckets: [0.005, 0.01]
 *     attributes:
 *       url.scheme: string
 * mdc:
 *   key in the diagnostic context of log lines: what it is
 * </pre>
 *
 * Tests compare scopes, kinds, types, units, descriptions, buckets and attributes with what they
 * record; the rest is for readers.
 */
public final class TelemetryFile {
  private static final List<String> PLAIN = List.of("type", "unit", "description");

  private final Path path;
  private final Map<String, Object> content;

  private TelemetryFile(Path path, Map<String, Object> content) {
    this.path = path;
    this.content = content;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it has a key that has no meaning
   */
  public static TelemetryFile read(Path path) throws IOException {
    Map<String, Object> content = new Yaml().load(Files.readString(path));
    TelemetryFile file = new TelemetryFile(path, content == null ? new LinkedHashMap<>() : content);
    file.refuseOthers(file.content, TelemetryLayout.TOP);
    file.spans().forEach(span -> file.refuseOthers(span, TelemetryLayout.SPAN));
    file.metrics().forEach(metric -> file.refuseOthers(metric, TelemetryLayout.METRIC));
    return file;
  }

  private void refuseOthers(Map<String, Object> entry, List<String> known) {
    for (String key : entry.keySet()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            path + ": " + key + " means nothing here; known are " + known);
      }
    }
  }

  /** Returns a text of the file or of one of its entries, empty if there is none. */
  public static String text(Map<String, Object> entry, String key) {
    return String.valueOf(entry.getOrDefault(key, ""));
  }

  /** Returns the whole file. */
  public Map<String, Object> content() {
    return content;
  }

  /** Returns the entries for spans, in the order of the file. */
  public List<Map<String, Object>> spans() {
    return list("spans");
  }

  /** Returns the entries for metrics, in the order of the file. */
  public List<Map<String, Object>> metrics() {
    return list("metrics");
  }

  /** Returns schema URLs by scope, diagnostic context by key, or an entry's attributes by key. */
  @SuppressWarnings("unchecked")
  public static Map<String, String> texts(Map<String, Object> entry, String key) {
    return (Map<String, String>) entry.getOrDefault(key, Map.of());
  }

  /** Returns everything that is listed. */
  public SortedSet<Fact> facts() {
    return facts(entry -> true);
  }

  /** Returns everything that is listed and that the folder's tests have to record. */
  public SortedSet<Fact> testedFacts() {
    return facts(entry -> !entry.containsKey("untested"));
  }

  private SortedSet<Fact> facts(Predicate<Map<String, Object>> wanted) {
    SortedSet<Fact> facts = new TreeSet<>();
    texts(content, "scopes")
        .forEach((name, url) -> facts.add(new Fact("scopes", name, "schema_url", url)));
    for (Map<String, Object> span : spans()) {
      if (wanted.test(span)) {
        facts.addAll(attributes("spans", text(span, "kind"), span));
      }
    }
    for (Map<String, Object> metric : metrics()) {
      if (wanted.test(metric)) {
        facts.addAll(attributes("metrics", text(metric, "name"), metric));
        facts.addAll(fields(metric));
      }
    }
    return facts;
  }

  private static List<Fact> attributes(String section, String entry, Map<String, Object> values) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.entry(section, entry));
    texts(values, "attributes")
        .forEach((key, type) -> facts.add(new Fact(section, entry, Fact.ATTRIBUTES + key, type)));
    return facts;
  }

  private static List<Fact> fields(Map<String, Object> metric) {
    List<Fact> facts = new ArrayList<>();
    String name = text(metric, "name");
    PLAIN.forEach(field -> facts.add(new Fact("metrics", name, field, text(metric, field))));
    if (metric.get("buckets") instanceof List<?> buckets) {
      List<Double> bounds = buckets.stream().map(b -> ((Number) b).doubleValue()).toList();
      facts.add(new Fact("metrics", name, "buckets", bounds));
    }
    return facts;
  }

  /** Lists one more fact; what is listed already stays where it is. */
  void add(Fact fact) {
    if (fact.section().equals("scopes")) {
      child(content, "scopes").put(fact.entry(), fact.value());
      return;
    }
    Map<String, Object> entry = entryOf(fact);
    if (!fact.attribute().isEmpty()) {
      Map<String, Object> sorted = new TreeMap<>(child(entry, "attributes"));
      sorted.put(fact.attribute(), fact.value());
      entry.put("attributes", new LinkedHashMap<>(sorted));
    } else if (!fact.field().isEmpty()) {
      entry.put(fact.field(), fact.value());
    }
  }

  private Map<String, Object> entryOf(Fact fact) {
    String key = fact.section().equals("spans") ? "kind" : "name";
    List<Map<String, Object>> entries = list(fact.section());
    for (Map<String, Object> entry : entries) {
      if (text(entry, key).equals(fact.entry())) {
        return entry;
      }
    }
    Map<String, Object> entry = new LinkedHashMap<>(Map.of(key, fact.entry()));
    entries.add(entry);
    content.put(fact.section(), entries);
    return entry;
  }

  /** Writes the file, in the layout in which all are written. */
  void write() throws IOException {
    Files.writeString(path, TelemetryLayout.print(this));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> parent, String key) {
    return (Map<String, Object>) parent.computeIfAbsent(key, k -> new LinkedHashMap<>());
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> list(String key) {
    return (List<Map<String, Object>>) content.getOrDefault(key, new ArrayList<>());
  }
}
