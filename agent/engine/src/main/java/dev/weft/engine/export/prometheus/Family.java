// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.prometheus;

import io.opentelemetry.sdk.metrics.data.MetricData;
import java.util.ArrayList;
import java.util.List;

/** All metrics that have one name with Prometheus, of whatever scope: they share one head. */
final class Family {
  final String name;
  final String type;

  /** With which the name ends; empty if there is none, or if the name says it otherwise. */
  final String unit;

  final String help;
  final List<MetricData> metrics = new ArrayList<>();

  private Family(String name, String type, String unit, String help) {
    this.name = name;
    this.type = type;
    this.unit = unit;
    this.help = help;
  }

  /** Returns a family without metrics, fit for the one given. */
  static Family of(MetricData data) {
    String name = Names.metric(data.getName(), data.getUnit());
    String unit = Names.unit(data.getUnit());
    boolean said = !unit.isEmpty() && name.endsWith("_" + unit);
    return new Family(name, type(data), said ? unit : "", data.getDescription());
  }

  private static String type(MetricData data) {
    switch (data.getType()) {
      case LONG_SUM:
        return data.getLongSumData().isMonotonic() ? "counter" : "gauge";
      case DOUBLE_SUM:
        return data.getDoubleSumData().isMonotonic() ? "counter" : "gauge";
      case HISTOGRAM:
        return "histogram";
      default:
        return "gauge";
    }
  }
}
