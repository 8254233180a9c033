// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import dev.weft.testkit.RecordedMetric.Temporality;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns an OTLP metrics request into {@link RecordedMetric}s. */
final class MetricDecoder {
  private final RecordedScope scope;
  private final Map<String, Object> resource;

  private MetricDecoder(RecordedScope scope, Map<String, Object> resource) {
    this.scope = scope;
    this.resource = resource;
  }

  static List<RecordedMetric> decode(ExportMetricsServiceRequest request) {
    List<RecordedMetric> metrics = new ArrayList<>();
    for (ResourceMetrics group : request.getResourceMetricsList()) {
      Map<String, Object> resource = Wire.attributes(group.getResource().getAttributesList());
      for (ScopeMetrics scoped : group.getScopeMetricsList()) {
        RecordedScope scope = Wire.scope(scoped.getScope(), scoped.getSchemaUrl());
        MetricDecoder decoder = new MetricDecoder(scope, resource);
        scoped.getMetricsList().forEach(metric -> metrics.add(decoder.metric(metric)));
      }
    }
    return metrics;
  }

  private RecordedMetric metric(Metric metric) {
    return switch (metric.getDataCase()) {
      case GAUGE ->
          recorded(
              metric,
              RecordedMetric.Type.GAUGE,
              Temporality.UNSPECIFIED,
              metric.getGauge().getDataPointsList().stream().map(PointDecoder::number).toList());
      case SUM ->
          recorded(
              metric,
              RecordedMetric.Type.SUM,
              temporality(metric.getSum().getAggregationTemporality()),
              metric.getSum().getDataPointsList().stream().map(PointDecoder::number).toList());
      case HISTOGRAM ->
          recorded(
              metric,
              RecordedMetric.Type.HISTOGRAM,
              temporality(metric.getHistogram().getAggregationTemporality()),
              metric.getHistogram().getDataPointsList().stream()
                  .map(PointDecoder::histogram)
                  .toList());
      case EXPONENTIAL_HISTOGRAM ->
          recorded(
              metric,
              RecordedMetric.Type.EXPONENTIAL_HISTOGRAM,
              temporality(metric.getExponentialHistogram().getAggregationTemporality()),
              metric.getExponentialHistogram().getDataPointsList().stream()
                  .map(PointDecoder::exponential)
                  .toList());
      case SUMMARY ->
          recorded(
              metric,
              RecordedMetric.Type.SUMMARY,
              Temporality.UNSPECIFIED,
              metric.getSummary().getDataPointsList().stream().map(PointDecoder::summary).toList());
      case DATA_NOT_SET ->
          throw new IllegalArgumentException("metric " + metric.getName() + " has no data");
    };
  }

  private RecordedMetric recorded(
      Metric metric,
      RecordedMetric.Type type,
      Temporality temporality,
      List<RecordedPoint> points) {
    return new RecordedMetric(
        metric.getName(),
        metric.getUnit(),
        metric.getDescription(),
        type,
        metric.getSum().getIsMonotonic(),
        temporality,
        points,
        scope,
        resource);
  }

  private static Temporality temporality(AggregationTemporality temporality) {
    return switch (temporality) {
      case AGGREGATION_TEMPORALITY_DELTA -> Temporality.DELTA;
      case AGGREGATION_TEMPORALITY_CUMULATIVE -> Temporality.CUMULATIVE;
      case AGGREGATION_TEMPORALITY_UNSPECIFIED, UNRECOGNIZED -> Temporality.UNSPECIFIED;
    };
  }
}
