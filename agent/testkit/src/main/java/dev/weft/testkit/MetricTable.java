// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Metrics as a table of text, in ASCII for any terminal: one row per point, sorted by name, only
 * the newest export of each metric. {@link #toString()} is the text. Immutable.
 *
 * <pre>
 * METRIC                        TYPE       UNIT  ATTRIBUTES               VALUE
 * http.server.request.duration  HISTOGRAM  s     http.request.method=GET  count=2 sum=0.031
 * </pre>
 */
public final class MetricTable {
  private static final String GAP = "  ";
  private static final List<String> HEADINGS =
      List.of("METRIC", "TYPE", "UNIT", "ATTRIBUTES", "VALUE");

  private final List<RecordedMetric> metrics;

  private MetricTable(List<RecordedMetric> metrics) {
    this.metrics = metrics;
  }

  /** Returns the table of the given exports, which must be in order of arrival. */
  public static MetricTable of(Collection<RecordedMetric> exports) {
    Map<List<Object>, RecordedMetric> newest = new LinkedHashMap<>();
    for (RecordedMetric metric : exports) {
      newest.put(List.of(metric.resource(), metric.scope(), metric.name()), metric);
    }
    return new MetricTable(
        newest.values().stream().sorted(Comparator.comparing(RecordedMetric::name)).toList());
  }

  @Override
  public String toString() {
    if (metrics.isEmpty()) {
      return "(no metrics)";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    for (RecordedMetric metric : metrics) {
      metric.points().forEach(point -> rows.add(row(metric, point)));
    }
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < HEADINGS.size(); column++) {
      int at = column;
      widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
    }
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static List<String> row(RecordedMetric metric, RecordedPoint point) {
    String attributes =
        point.attributes().entrySet().stream()
            .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
            .collect(Collectors.joining(" "));
    return List.of(
        metric.name(), metric.type().toString(), metric.unit(), attributes, value(point));
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths.get(column) - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static String value(RecordedPoint point) {
    RecordedHistogram histogram = point.histogram();
    if (histogram == null) {
      return number(point.requireValue());
    }
    StringBuilder text = new StringBuilder("count=").append(histogram.count());
    text.append(" sum=").append(number(histogram.sum()));
    if (!Double.isNaN(histogram.min())) {
      text.append(" min=").append(number(histogram.min()));
    }
    if (!Double.isNaN(histogram.max())) {
      text.append(" max=").append(number(histogram.max()));
    }
    return text.toString();
  }

  private static String number(Number number) {
    return number instanceof Long
        ? number.toString()
        : String.format(Locale.ROOT, "%.6g", number.doubleValue());
  }
}
