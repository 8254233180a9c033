// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the schema says of a metric. */
record SchemaMetric(String name, Map<String, Object> item) {

  void check(RecordedMetric metric, List<String> missing) {
    String what = "metric " + name;
    if (metric == null) {
      missing.add(what + ": there is none");
      return;
    }
    if (!kind(metric).equals(item.get("kind"))) {
      missing.add(what + ": is " + kind(metric) + ", not " + item.get("kind"));
    }
    if (!metric.unit().equals(item.get("unit"))) {
      missing.add(what + ": has the unit " + metric.unit() + ", not " + item.get("unit"));
    }
    if (metric.description().isEmpty()) {
      missing.add(what + ": has no description");
    }
    Map<String, Object> attributes = ElavaSchema.part(item, "attributes");
    for (RecordedPoint point : metric.points()) {
      SchemaValue.check(what, attributes, point.attributes(), missing);
      if (!attributes.keySet().containsAll(point.attributes().keySet())) {
        missing.add(what + ": has too many attributes: " + point.attributes());
      }
    }
    List<Map<String, Object>> sums = ElavaSchema.cast(item.get("sums"));
    sums.forEach(sum -> sum(metric, sum, missing));
  }

  private void sum(RecordedMetric metric, Map<String, Object> sum, List<String> missing) {
    Map<String, Object> where = new HashMap<>(sum);
    where.remove("value");
    double found =
        metric.points().stream()
            .filter(point -> SchemaValue.isPart(where, point.attributes()))
            .mapToDouble(SchemaMetric::value)
            .sum();
    if (found != (Integer) sum.get("value")) {
      missing.add("metric " + name + ": " + where + " is " + found + ", not " + sum.get("value"));
    }
  }

  /** Looks for the same sums in what a Prometheus gets. */
  void checkSamples(List<ScrapedSample> all, List<String> missing) {
    String sample = (String) item.get("prometheus");
    List<ScrapedSample> samples = all.stream().filter(one -> one.name().equals(sample)).toList();
    if (samples.isEmpty()) {
      missing.add("samples " + sample + ": there are none");
    }
    List<Map<String, Object>> sums = ElavaSchema.cast(item.get("sums"));
    for (Map<String, Object> sum : sums) {
      Map<String, String> where = new HashMap<>();
      sum.forEach((key, value) -> where.put(key, String.valueOf(value)));
      String value = where.remove("value");
      double found =
          samples.stream()
              .filter(one -> one.labels().entrySet().containsAll(where.entrySet()))
              .mapToDouble(ScrapedSample::value)
              .sum();
      if (found != Integer.parseInt(value)) {
        missing.add("samples " + sample + ": " + where + " is " + found + ", not " + value);
      }
    }
  }

  /** A value, or the number of measurements. */
  private static double value(RecordedPoint point) {
    return point.histogram() != null
        ? point.requireHistogram().count()
        : point.requireValue().doubleValue();
  }

  private static String kind(RecordedMetric metric) {
    boolean counter =
        metric.type() == RecordedMetric.Type.SUM
            && metric.monotonic()
            && metric.temporality() == RecordedMetric.Temporality.CUMULATIVE;
    return counter ? "COUNTER" : metric.type().name();
  }
}
