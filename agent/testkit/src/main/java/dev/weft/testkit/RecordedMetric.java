// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One export of a metric as it arrived on the wire. Immutable. A metric is exported again and
 * again, so one name usually leads to several of these.
 *
 * @param name metric name
 * @param unit UCUM unit, empty if none was sent
 * @param description empty if none was sent
 * @param type how the points were aggregated
 * @param monotonic whether a sum only ever grows; false for all other types
 * @param temporality what the points count from; unspecified for gauges and summaries
 * @param points one per distinct set of attributes
 * @param scope instrumentation scope that produced the metric
 * @param resource resource attributes, sorted by key
 */
public record RecordedMetric(
    String name,
    String unit,
    String description,
    Type type,
    boolean monotonic,
    Temporality temporality,
    List<RecordedPoint> points,
    RecordedScope scope,
    Map<String, Object> resource) {

  /** Kinds of metric in OTLP. */
  public enum Type {
    GAUGE,
    SUM,
    HISTOGRAM,
    EXPONENTIAL_HISTOGRAM,
    SUMMARY
  }

  /** Aggregation temporalities of OTLP. */
  public enum Temporality {
    UNSPECIFIED,
    DELTA,
    CUMULATIVE
  }

  /** Returns the point whose attributes are exactly the given ones. */
  public Optional<RecordedPoint> point(Map<String, ?> attributes) {
    return points.stream().filter(point -> point.attributes().equals(attributes)).findFirst();
  }
}
