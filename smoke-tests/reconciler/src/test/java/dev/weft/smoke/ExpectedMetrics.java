// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.RecordedExemplar;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedPoint;
import dev.weft.testkit.RecordedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What two requests to the reconciler come to in metrics. */
final class ExpectedMetrics {
  private static final double NANOS = 1e9;

  static final Map<String, String> TYPES_AND_UNITS =
      Map.ofEntries(
          Map.entry("db.client.operation.duration", "HISTOGRAM s"),
          Map.entry("http.client.request.duration", "HISTOGRAM s"),
          Map.entry("http.server.request.duration", "HISTOGRAM s"),
          Map.entry("jvm.class.count", "SUM {class}"),
          Map.entry("jvm.class.loaded", "SUM {class}"),
          Map.entry("jvm.class.unloaded", "SUM {class}"),
          Map.entry("jvm.cpu.count", "SUM {cpu}"),
          Map.entry("jvm.cpu.recent_utilization", "GAUGE 1"),
          Map.entry("jvm.cpu.time", "SUM s"),
          Map.entry("jvm.memory.committed", "SUM By"),
          Map.entry("jvm.memory.limit", "SUM By"),
          Map.entry("jvm.memory.used", "SUM By"),
          Map.entry("jvm.memory.used_after_last_gc", "SUM By"),
          Map.entry("jvm.thread.count", "SUM {thread}"));

  /** By metric and attributes, as {@link #countsOf} words them. */
  static final Map<String, Long> COUNTS =
      Map.ofEntries(
          Map.entry(
              "http.server.request.duration {http.request.method=GET,"
                  + " http.response.status_code=200, http.route=/reconcile,"
                  + " network.protocol.version=1.1, url.scheme=http}",
              2L),
          Map.entry(
              "http.client.request.duration {http.request.method=POST,"
                  + " http.response.status_code=200, network.protocol.version=1.1,"
                  + " server.address=127.0.0.1, server.port=<stub>}",
              5L),
          database("CREATE TABLE scans", 1),
          database("CREATE TABLE observations", 1),
          database("CREATE TABLE decisions", 1),
          database("SELECT scans", 2),
          database("SELECT observations", 8),
          database("SELECT observations SELECT scans", 1),
          database("INSERT scans", 2),
          database("BATCH INSERT observations", 2),
          database("BATCH INSERT decisions", 2),
          database("BATCH UPDATE decisions", 2),
          database("BATCH", 2));

  static final Set<String> RESOURCE_KEYS =
      Set.of(
          "deployment.environment.name",
          "host.arch",
          "os.description",
          "os.type",
          "os.version",
          "process.executable.path",
          "process.pid",
          "process.runtime.description",
          "process.runtime.name",
          "process.runtime.version",
          "service.instance.id",
          "service.name",
          "team",
          "telemetry.distro.name",
          "telemetry.distro.version",
          "telemetry.sdk.language",
          "telemetry.sdk.name",
          "telemetry.sdk.version");

  private ExpectedMetrics() {}

  private static Map.Entry<String, Long> database(String summary, long count) {
    String attributes =
        "{db.namespace=elava, db.query.summary=" + summary + ", db.system.name=h2database}";
    return Map.entry("db.client.operation.duration " + attributes, count);
  }

  /** Returns how often each kind of call was measured, by the newest export. */
  static Map<String, Long> countsOf(List<RecordedMetric> exports, int stubPort) {
    Map<String, Long> counts = new TreeMap<>();
    for (RecordedMetric metric : durations(exports)) {
      for (RecordedPoint point : metric.points()) {
        String attributes = point.attributes().toString().replace("=" + stubPort, "=<stub>");
        counts.put(metric.name() + " " + attributes, point.requireHistogram().count());
      }
    }
    return counts;
  }

  /** Returns the examples that the durations of calls come with. */
  static List<Example> examplesOf(List<RecordedMetric> exports) {
    List<Example> examples = new ArrayList<>();
    for (RecordedMetric metric : durations(exports)) {
      for (RecordedPoint point : metric.points()) {
        point.exemplars().forEach(exemplar -> examples.add(new Example(metric, exemplar)));
      }
    }
    return examples;
  }

  private static List<RecordedMetric> durations(List<RecordedMetric> exports) {
    return exports.stream()
        .filter(metric -> metric.name().endsWith(".duration"))
        .filter(metric -> !metric.name().startsWith("jvm."))
        .toList();
  }

  /** One measurement, and the metric that it went into. */
  record Example(RecordedMetric metric, RecordedExemplar exemplar) {

    /** Returns whether it was the duration of this span that was measured. */
    boolean isAbout(RecordedSpan span) {
      double seconds = span.duration().toNanos() / NANOS;
      return exemplar.traceId().equals(span.traceId())
          && exemplar.spanId().equals(span.spanId())
          && metric.scope().equals(span.scope())
          && Math.abs(exemplar.value().doubleValue() - seconds) < 1e-6;
    }
  }
}
