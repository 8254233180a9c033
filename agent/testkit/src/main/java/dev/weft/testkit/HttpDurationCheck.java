// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what was exported of a client's request durations with the spans of the requests. */
final class HttpDurationCheck {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double ROUNDING = 1e-6;

  private final RecordedMetric metric;
  private final int port;

  HttpDurationCheck(RecordedMetric metric, int port) {
    this.metric = metric;
    this.port = port;
  }

  /** Returns how many requests to a port have been counted. */
  static long requests(RecordedMetric metric, int port) {
    return metric.points().stream()
        .filter(point -> point.attributes().get("server.port").equals((long) port))
        .mapToLong(point -> point.requireHistogram().count())
        .sum();
  }

  void definition(HttpClientProfile profile) {
    assertThat(metric.unit()).isEqualTo("s");
    assertThat(metric.description()).isEqualTo("Duration of HTTP client requests.");
    assertThat(metric.type()).isEqualTo(RecordedMetric.Type.HISTOGRAM);
    assertThat(metric.temporality()).isEqualTo(RecordedMetric.Temporality.CUMULATIVE);
    assertThat(metric.scope().name()).isEqualTo(profile.scopeName());
    assertThat(metric.scope().schemaUrl()).isEqualTo(profile.schemaUrl());
  }

  /** Checks the point of answered GET requests with the given outcome. */
  void point(Map<String, Object> outcome, List<RecordedSpan> spans) {
    Map<String, Object> attributes = new TreeMap<>(outcome);
    attributes.put("http.request.method", "GET");
    attributes.put("network.protocol.version", "1.1");
    attributes.put("server.address", "localhost");
    attributes.put("server.port", (long) port);
    RecordedPoint point = metric.point(attributes).orElseThrow(() -> new AssertionError(metric));
    RecordedHistogram histogram = point.requireHistogram();
    assertThat(histogram.bounds())
        .containsExactly(
            0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);
    assertThat(histogram.count()).isEqualTo(spans.size());
    double sum = spans.stream().mapToDouble(HttpDurationCheck::seconds).sum();
    assertThat(histogram.sum()).isCloseTo(sum, within(ROUNDING));
    assertThat(histogram.bucketCounts().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(spans.size());
  }

  /** Checks that a span is an exemplar of one of the exports, with its own duration. */
  static void exemplar(List<RecordedMetric> exports, RecordedSpan span) {
    assertThat(exports)
        .flatExtracting(RecordedMetric::points)
        .flatExtracting(RecordedPoint::exemplars)
        .filteredOn(exemplar -> exemplar.spanId().equals(span.spanId()))
        .isNotEmpty()
        .allSatisfy(
            exemplar -> {
              assertThat(exemplar.traceId()).isEqualTo(span.traceId());
              assertThat(exemplar.value().doubleValue()).isCloseTo(seconds(span), within(ROUNDING));
            });
  }

  private static double seconds(RecordedSpan span) {
    return span.duration().toNanos() / NANOS_PER_SECOND;
  }
}
