// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedLog;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The order service, with the rules beside it, and what it has sent. */
final class OrderTelemetry implements AutoCloseable {
  private static final String RULES =
      Path.of("../shop/orders-rules.yaml").toAbsolutePath().normalize().toString();

  private final OtlpReceiver receiver = OtlpReceiver.start();

  /** A JVM for it. */
  Jvm jvm() {
    return Shops.jvm()
        .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint())
        .env("WEFT_RULES", RULES);
  }

  /** Has it do some work, one kind after the other, to its end. */
  Outcome serve(String... lines) {
    return run(jvm(), lines);
  }

  /** Has it do some work in a JVM. */
  static Outcome run(Jvm jvm, String... lines) {
    try (Running desk = jvm.start("example.orders.OrderDesk")) {
      for (String line : lines) {
        desk.order(line);
      }
      return desk.end();
    }
  }

  List<RecordedSpan> spans() {
    return receiver.telemetry().spans();
  }

  List<RecordedSpan> spans(String name) {
    return spans().stream().filter(span -> span.name().equals(name)).toList();
  }

  /** Returns the only span of a name. */
  RecordedSpan only(String name) {
    assertThat(spans(name)).as(name).hasSize(1);
    return spans(name).get(0);
  }

  List<RecordedLog> logs() {
    return receiver.telemetry().logs();
  }

  List<RecordedMetric> metrics() {
    return receiver.telemetry().metrics();
  }

  RecordedMetric metric(String name) {
    return receiver.telemetry().awaitMetric(name);
  }

  /** Returns values, or numbers of measurements, by the attributes of their points. */
  Map<String, Double> values(String name) {
    Map<String, Double> values = new TreeMap<>();
    metric(name)
        .points()
        .forEach(
            point ->
                values.put(
                    point.attributes().toString(),
                    point.histogram() != null
                        ? point.requireHistogram().count()
                        : point.requireValue().doubleValue()));
    return values;
  }

  /** Returns what rules have put on a span. */
  static Map<String, Object> business(RecordedSpan span) {
    Map<String, Object> attributes = new TreeMap<>(span.attributes());
    attributes.keySet().removeIf(key -> key.startsWith("thread.") || key.startsWith("code."));
    return attributes;
  }

  @Override
  public void close() {
    receiver.close();
  }
}
