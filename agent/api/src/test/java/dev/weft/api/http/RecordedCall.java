// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.HistogramSnapshot;
import dev.weft.api.metrics.Instrument;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.trace.Span;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a call has recorded. */
final class RecordedCall {
  private RecordedCall() {}

  static Map<String, Object> attributes(Span span) {
    Map<String, Object> attributes = new TreeMap<>();
    for (int i = 0; i < span.attributeCount(); i++) {
      attributes.put(span.attributeKey(i), span.attributeValue(i));
    }
    return attributes;
  }

  /** Returns what each series of a scope's only histogram holds. */
  static Map<Map<String, Object>, HistogramSnapshot> series(String scope) {
    Map<Map<String, Object>, HistogramSnapshot> all = new java.util.HashMap<>();
    Histogram histogram = histogram(scope);
    histogram.visit(
        (labels, series) -> all.put(attributes(histogram, labels), series.snapshot(false)));
    return all;
  }

  static Histogram histogram(String scope) {
    return Metrics.instruments().stream()
        .filter(instrument -> instrument.scope().name().equals(scope))
        .map(Histogram.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> attributes(Instrument instrument, Labels labels) {
    Map<String, Object> attributes = new TreeMap<>();
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i) != null) {
        attributes.put(instrument.key(i), labels.get(i));
      }
    }
    return attributes;
  }
}
