// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.RecordedExemplar;
import dev.weft.testkit.RecordedHistogram;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The durations of calls as lines for a person, the newest export of each metric. */
final class Durations {
  private static final double MILLIS = 1e3;

  private Durations() {}

  /**
   * Returns the lines.
   *
   * @param traceId the trace to take examples from, where there is a choice
   */
  static List<String> of(List<RecordedMetric> exports, String traceId) {
    Map<String, RecordedMetric> newest = new TreeMap<>(Comparator.reverseOrder());
    exports.stream()
        .filter(metric -> metric.name().endsWith(".duration"))
        .filter(metric -> !metric.name().startsWith("jvm."))
        .forEach(metric -> newest.put(metric.name(), metric));
    List<String> lines = new ArrayList<>();
    newest.values().forEach(metric -> add(metric, traceId, lines));
    return lines;
  }

  private static void add(RecordedMetric metric, String traceId, List<String> lines) {
    lines.add(metric.name());
    metric.points().stream()
        .sorted(Comparator.comparingLong(point -> -point.requireHistogram().count()))
        .forEach(point -> lines.add(row(point, traceId)));
  }

  private static String row(RecordedPoint point, String traceId) {
    RecordedHistogram durations = point.requireHistogram();
    return String.format(
        Locale.ROOT,
        "  %2d x, mean %6.1f ms%s  %s",
        durations.count(),
        durations.sum() / durations.count() * MILLIS,
        example(point.exemplars(), traceId),
        attributes(point));
  }

  /** An example from the trace that is shown, if there is one. */
  private static String example(List<RecordedExemplar> exemplars, String traceId) {
    return exemplars.stream()
        .sorted(Comparator.comparing(exemplar -> !exemplar.traceId().equals(traceId)))
        .map(
            exemplar ->
                String.format(
                    Locale.ROOT,
                    ", e.g. %6.1f in trace %.8s",
                    exemplar.value().doubleValue() * MILLIS,
                    exemplar.traceId()))
        .findFirst()
        .orElse("");
  }

  private static String attributes(RecordedPoint point) {
    return point.attributes().entrySet().stream()
        .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
        .collect(Collectors.joining(" "));
  }
}
