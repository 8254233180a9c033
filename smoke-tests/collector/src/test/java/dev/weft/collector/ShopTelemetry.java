// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedExemplar;
import dev.weft.testkit.RecordedLog;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.RecordedTelemetry;
import dev.weft.testkit.SpanText;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One shop among those that send to a receiver, and what has to arrive of one order. */
final class ShopTelemetry {
  private final String service = "shop-" + UUID.randomUUID();
  private final RecordedTelemetry telemetry;

  ShopTelemetry(OtlpReceiver receiver) {
    this.telemetry = receiver.telemetry();
  }

  /** Returns a shop whose telemetry can be told from that of others. */
  Jvm jvm() {
    return Shops.withDatabase()
        .env("OTEL_SERVICE_NAME", service, "OTEL_INSTRUMENTATION_RUNTIME_ENABLED", "false");
  }

  /** Takes one order in a shop, and sees that the shop took no notice of the agent. */
  static void order(Jvm jvm) {
    try (Running shop = jvm.start("example.Shop")) {
      Outcome outcome = shop.order("GET /orders").end();

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out()).hasSize(4).last().isEqualTo("closed");
      assertThat(outcome.stderr()).isEmpty();
    }
  }

  /** Returns what the agent said in its one line beside a shop that took no notice of it. */
  static String onlyLine(Outcome outcome) {
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).hasSize(4).last().isEqualTo("closed");
    assertThat(outcome.err()).singleElement().asString().startsWith("[weft] ");
    return outcome.stderr();
  }

  /** Waits for the spans of an order. */
  List<RecordedSpan> awaitSpans() {
    return telemetry.awaitSpans(2, span -> isOurs(span.resource()));
  }

  /** Waits for the spans, metrics and log record of an order. */
  void assertReceived() {
    List<RecordedSpan> spans = awaitSpans();
    assertThat(text(spans)).isEqualTo(expected());
    assertThat(spans).allMatch(RecordedSpan::isSampled);
    for (String name : List.of("http.server.request.duration", "db.client.operation.duration")) {
      RecordedMetric metric = telemetry.awaitMetric(name, found -> isOurs(found.resource()));
      assertThat(metric.type() + " " + metric.unit()).isEqualTo("HISTOGRAM s");
      assertThat(metric.points()).hasSize(1);
      assertThat(metric.points().get(0).requireHistogram().count()).isOne();
      assertThat(metric.resource()).isEqualTo(spans.get(0).resource());
    }
    RecordedSpan server = spans.stream().filter(RecordedSpan::isRoot).findFirst().orElseThrow();
    assertExemplar(server);
    assertLog(server);
    assertThat(spans.get(0).resource())
        .containsEntry("telemetry.distro.name", "weft")
        .containsKeys("process.pid", "service.instance.id", "os.type");
  }

  private void assertExemplar(RecordedSpan server) {
    RecordedMetric metric =
        telemetry.awaitMetric("http.server.request.duration", found -> isOurs(found.resource()));
    assertThat(metric.points().get(0).exemplars())
        .extracting(RecordedExemplar::traceId, RecordedExemplar::spanId)
        .containsExactly(tuple(server.traceId(), server.spanId()));
  }

  private void assertLog(RecordedSpan server) {
    RecordedLog log = telemetry.awaitLog(found -> isOurs(found.resource()));
    assertThat(List.of(log.body(), log.severityText(), log.scope().name()))
        .isEqualTo(List.of("order", "INFO", "shop"));
    assertThat(log.traceId()).isEqualTo(server.traceId());
    assertThat(log.spanId()).isEqualTo(server.spanId());
    assertThat(log.resource()).isEqualTo(server.resource());
  }

  /** Passes if nothing has come of this shop. */
  void assertNothingReceived() {
    assertThat(telemetry.spans()).noneMatch(span -> isOurs(span.resource()));
    assertThat(telemetry.metrics()).noneMatch(metric -> isOurs(metric.resource()));
    assertThat(telemetry.logs()).noneMatch(log -> isOurs(log.resource()));
  }

  private boolean isOurs(Map<String, Object> resource) {
    return service.equals(resource.get("service.name"));
  }

  private static String text(List<RecordedSpan> spans) {
    Comparator<RecordedSpan> byStart = Comparator.comparingLong(RecordedSpan::startNanos);
    return SpanText.of(spans.stream().sorted(byStart).toList(), Map.of());
  }

  private static String expected() {
    try (InputStream in = ShopTelemetry.class.getResourceAsStream("shop.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
