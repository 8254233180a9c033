// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.prometheus;

import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a Prometheus: in its text format 0.0.4, or in OpenMetrics 1.0, which has exemplars.
 */
final class Exposition {
  private final boolean open;
  private final StringBuilder text = new StringBuilder(4096);

  private Exposition(boolean open) {
    this.open = open;
  }

  /**
   * Returns the text of all metrics, which hold totals.
   *
   * @param open whether it is OpenMetrics
   */
  static String of(Resource resource, Collection<MetricData> metrics, boolean open) {
    Exposition exposition = new Exposition(open);
    exposition.target(resource);
    Map<String, Family> families = new LinkedHashMap<>();
    for (MetricData data : metrics) {
      Family made = Family.of(data);
      Family family = families.computeIfAbsent(made.name, name -> made);
      if (family.type.equals(made.type)) { // one name has one type
        family.metrics.add(data);
      }
    }
    families.values().forEach(exposition::family);
    if (open) {
      exposition.text.append("# EOF\n");
    }
    return exposition.text.toString();
  }

  private void target(Resource resource) {
    head(open ? "target" : "target_info", open ? "info" : "gauge", "", "Target metadata");
    String labels = new LabelSet().add(resource.getAttributes()).text();
    text.append("target_info").append(labels).append(" 1\n");
  }

  private void head(String name, String type, String unit, String help) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    if (open && !unit.isEmpty()) {
      text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
    }
    if (!help.isEmpty()) {
      String escaped = open ? LabelSet.escaped(help) : lines(help);
      text.append("# HELP ").append(name).append(' ').append(escaped).append('\n');
    }
  }

  private static String lines(String help) {
    return help.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private void family(Family family) {
    boolean counter = family.type.equals("counter");
    String sample = counter ? family.name + "_total" : family.name;
    head(open ? family.name : sample, family.type, family.unit, family.help);
    Set<String> told = new HashSet<>();
    for (MetricData data : family.metrics) {
      for (PointData point : data.getData().getPoints()) {
        LabelSet labels =
            new LabelSet().add(point.getAttributes()).add(data.getInstrumentationScopeInfo());
        if (!told.add(labels.text())) {
          continue; // a series is told once, or the whole answer is refused
        }
        if (point instanceof HistogramPointData) {
          histogram(sample, labels, (HistogramPointData) point);
        } else {
          sample(sample, labels.text(), value(point));
        }
      }
    }
  }

  private static String value(PointData point) {
    return point instanceof LongPointData
        ? Long.toString(((LongPointData) point).getValue())
        : number(((DoublePointData) point).getValue());
  }

  private void histogram(String name, LabelSet labels, HistogramPointData point) {
    List<Double> bounds = point.getBoundaries();
    long below = 0;
    for (int i = 0; i <= bounds.size(); i++) {
      below += point.getCounts().get(i);
      String bound = i == bounds.size() ? "+Inf" : number(bounds.get(i));
      text.append(name).append("_bucket").append(labels.bucket(bound)).append(' ').append(below);
      DoubleExemplarData exemplar = open ? exemplar(point, i) : null;
      if (exemplar != null) {
        append(exemplar);
      }
      text.append('\n');
    }
    sample(name + "_count", labels.text(), Long.toString(below));
    sample(name + "_sum", labels.text(), number(point.getSum()));
  }

  private static @Nullable DoubleExemplarData exemplar(HistogramPointData point, int bucket) {
    List<Double> bounds = point.getBoundaries();
    for (DoubleExemplarData exemplar : point.getExemplars()) {
      boolean above = bucket == 0 || exemplar.getValue() > bounds.get(bucket - 1);
      if (above && (bucket == bounds.size() || exemplar.getValue() <= bounds.get(bucket))) {
        return exemplar;
      }
    }
    return null;
  }

  private void append(DoubleExemplarData exemplar) {
    text.append(" # {span_id=\"").append(exemplar.getSpanContext().getSpanId());
    text.append("\",trace_id=\"").append(exemplar.getSpanContext().getTraceId()).append("\"} ");
    text.append(number(exemplar.getValue())).append(' ');
    long millis = exemplar.getEpochNanos() / 1_000_000;
    String fraction = Long.toString(1000 + millis % 1000).substring(1);
    text.append(millis / 1000).append('.').append(fraction);
  }

  private void sample(String name, String labels, String value) {
    text.append(name).append(labels).append(' ').append(value).append('\n');
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return Double.toString(value);
  }
}
