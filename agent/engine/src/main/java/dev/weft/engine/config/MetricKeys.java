// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import static dev.weft.engine.config.Key.Type.CHOICE;
import static dev.weft.engine.config.Key.Type.DURATION;
import static dev.weft.engine.config.Key.Type.INTEGER;
import static dev.weft.engine.config.Key.Type.POSITIVE_DURATION;
import static dev.weft.engine.config.Key.Type.POSITIVE_INTEGER;
import static dev.weft.engine.config.Key.Type.STRING;

/** The settings of {@link Keys} that say which metrics are kept, and how they are told. */
public final class MetricKeys {
  public static final Key METRIC_EXPORT_INTERVAL =
      Key.of(
          POSITIVE_DURATION,
          "otel.metric.export.interval",
          "60000",
          "Time between two exports of metrics.");
  public static final Key METRIC_EXPORT_TIMEOUT =
      Key.of(DURATION, "otel.metric.export.timeout", "30000", "How long one of them may take.");
  public static final Key METRICS_EXEMPLAR_FILTER =
      Key.choice(
          CHOICE,
          "otel.metrics.exemplar.filter",
          "trace_based",
          "Which measurements may become exemplars.",
          "trace_based",
          "always_on",
          "always_off");
  public static final Key METRICS_CARDINALITY_LIMIT =
      Key.of(
              POSITIVE_INTEGER,
              "otel.java.metrics.cardinality.limit",
              "2000",
              "Attribute combinations per metric; the others are summed up as one.")
          .formerly("otel.experimental.metrics.cardinality.limit");

  public static final Key PROMETHEUS_HOST =
      Key.of(
          STRING,
          "otel.exporter.prometheus.host",
          "localhost",
          "Address that the endpoint listens on; `0.0.0.0` means all of this machine.");
  public static final Key PROMETHEUS_PORT =
      Key.of(
          INTEGER,
          "otel.exporter.prometheus.port",
          "9464",
          "Its port; `0` takes a free one and says which.");

  /** In the order of their declaration. */
  static final Key[] ALL = {
    METRIC_EXPORT_INTERVAL,
    METRIC_EXPORT_TIMEOUT,
    METRICS_EXEMPLAR_FILTER,
    METRICS_CARDINALITY_LIMIT,
    PROMETHEUS_HOST,
    PROMETHEUS_PORT
  };

  private MetricKeys() {}
}
