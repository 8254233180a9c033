// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.ArrayList;
import java.util.List;

/** Turns the four kinds of OTLP data point into {@link RecordedPoint}s. */
final class PointDecoder {
  private PointDecoder() {}

  static RecordedPoint number(NumberDataPoint point) {
    Number value = point.hasAsInt() ? (Number) point.getAsInt() : (Number) point.getAsDouble();
    return new RecordedPoint(
        Wire.attributes(point.getAttributesList()),
        point.getStartTimeUnixNano(),
        point.getTimeUnixNano(),
        value,
        null,
        exemplars(point.getExemplarsList()));
  }

  static RecordedPoint histogram(HistogramDataPoint point) {
    RecordedHistogram histogram =
        new RecordedHistogram(
            point.getCount(),
            point.getSum(),
            point.hasMin() ? point.getMin() : Double.NaN,
            point.hasMax() ? point.getMax() : Double.NaN,
            List.copyOf(point.getExplicitBoundsList()),
            List.copyOf(point.getBucketCountsList()));
    return new RecordedPoint(
        Wire.attributes(point.getAttributesList()),
        point.getStartTimeUnixNano(),
        point.getTimeUnixNano(),
        null,
        histogram,
        exemplars(point.getExemplarsList()));
  }

  static RecordedPoint exponential(ExponentialHistogramDataPoint point) {
    if (point.getNegative().getBucketCountsCount() > 0) {
      throw new IllegalArgumentException("an exponential histogram of negative values");
    }
    RecordedHistogram histogram =
        new RecordedHistogram(
            point.getCount(),
            point.getSum(),
            point.hasMin() ? point.getMin() : Double.NaN,
            point.hasMax() ? point.getMax() : Double.NaN,
            exponentialBounds(point),
            exponentialCounts(point));
    return new RecordedPoint(
        Wire.attributes(point.getAttributesList()),
        point.getStartTimeUnixNano(),
        point.getTimeUnixNano(),
        null,
        histogram,
        exemplars(point.getExemplarsList()));
  }

  static RecordedPoint summary(SummaryDataPoint point) {
    RecordedHistogram histogram =
        new RecordedHistogram(
            point.getCount(), point.getSum(), Double.NaN, Double.NaN, List.of(), List.of());
    return new RecordedPoint(
        Wire.attributes(point.getAttributesList()),
        point.getStartTimeUnixNano(),
        point.getTimeUnixNano(),
        null,
        histogram,
        List.of());
  }

  /** The zero bucket ends at the threshold; bucket i ends at base^(offset + i + 1). */
  private static List<Double> exponentialBounds(ExponentialHistogramDataPoint point) {
    List<Double> bounds = new ArrayList<>();
    bounds.add(point.getZeroThreshold());
    int buckets = point.getPositive().getBucketCountsCount();
    for (int i = 0; buckets > 0 && i <= buckets; i++) {
      int power = point.getPositive().getOffset() + i;
      bounds.add(Math.pow(2, power * Math.pow(2, -point.getScale())));
    }
    return List.copyOf(bounds);
  }

  private static List<Long> exponentialCounts(ExponentialHistogramDataPoint point) {
    List<Long> counts = new ArrayList<>();
    counts.add(point.getZeroCount());
    if (point.getPositive().getBucketCountsCount() > 0) {
      counts.add(0L); // between the zero bucket and the first one sent
    }
    counts.addAll(point.getPositive().getBucketCountsList());
    counts.add(0L); // above the last one sent
    return List.copyOf(counts);
  }

  private static List<RecordedExemplar> exemplars(List<Exemplar> exemplars) {
    return exemplars.stream().map(PointDecoder::exemplar).toList();
  }

  private static RecordedExemplar exemplar(Exemplar exemplar) {
    Number value =
        exemplar.hasAsInt() ? (Number) exemplar.getAsInt() : (Number) exemplar.getAsDouble();
    return new RecordedExemplar(
        Wire.hex(exemplar.getTraceId()),
        Wire.hex(exemplar.getSpanId()),
        value,
        Wire.attributes(exemplar.getFilteredAttributesList()));
  }
}
