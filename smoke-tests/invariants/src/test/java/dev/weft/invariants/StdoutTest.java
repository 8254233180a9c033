// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** OTLP as lines of JSON on stdout, for those who asked for it, and for nobody else. */
class StdoutTest {
  @ParameterizedTest
  @ValueSource(strings = {"experimental-otlp/stdout", "logging-otlp"})
  void exporter_printsALineOfJsonForEachBatch(String exporter) {
    Outcome outcome;
    try (Running shop =
        Shops.withDatabase()
            .env("OTEL_TRACES_EXPORTER", exporter)
            .env("OTEL_METRICS_EXPORTER", exporter)
            .env("OTEL_LOGS_EXPORTER", exporter)
            .start("example.Shop")) {
      outcome = shop.order("GET /orders").end();
    }

    List<String> spans = new ArrayList<>();
    List<String> metrics = new ArrayList<>();
    List<String> logs = new ArrayList<>();
    for (String line : outcome.out()) {
      if (line.startsWith("{")) {
        Map<String, Object> batch = new Yaml().load(line);
        collect(batch, "resourceSpans", "scopeSpans", "spans", "traceId", spans);
        collect(batch, "resourceMetrics", "scopeMetrics", "metrics", "name", metrics);
        collect(batch, "resourceLogs", "scopeLogs", "logRecords", "traceId", logs);
      }
    }
    assertThat(spans).hasSize(2).allMatch(id -> outcome.stdout().contains("trace=" + id));
    assertThat(metrics).contains("http.server.request.duration", "jvm.class.count");
    assertThat(logs).isNotEmpty().contains(spans.get(0));
    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
  }

  @SuppressWarnings("unchecked")
  private static void collect(
      Map<String, Object> batch,
      String resources,
      String scopes,
      String entries,
      String field,
      List<String> into) {
    for (Map<String, Object> resource : (List<Map<String, Object>>) of(batch, resources)) {
      for (Map<String, Object> scope : (List<Map<String, Object>>) of(resource, scopes)) {
        for (Map<String, Object> entry : (List<Map<String, Object>>) of(scope, entries)) {
          into.add(String.valueOf(entry.get(field)));
        }
      }
    }
  }

  private static Object of(Map<String, Object> entry, String key) {
    return entry.getOrDefault(key, List.of());
  }
}
