// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.OtlpRequest;
import dev.weft.testkit.OtlpRequest.Transport;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent, where to, and what is not. */
class ExportTest {
  private static final String SHOP = "example.Shop";

  @ParameterizedTest
  @MethodSource("settings")
  void setting_decidesWhatIsSent(Map<String, String> settings, Set<String> spans, String metrics) {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Jvm jvm = Shops.sendingTo(receiver).env("OTEL_INSTRUMENTATION_RUNTIME_ENABLED", "false");
      settings.forEach(jvm::env);

      Outcome outcome = servedOne(jvm);

      assertThat(outcome.stderr()).isEmpty();
      assertThat(outcome.out()).last().isEqualTo("closed");
      assertThat(receiver.telemetry().spans())
          .extracting(RecordedSpan::name)
          .containsExactlyInAnyOrderElementsOf(spans);
      assertThat(sortedNames(receiver)).containsExactlyElementsOf(words(metrics));
    }
  }

  static Stream<Arguments> settings() {
    String server = "http.server.request.duration";
    String database = "db.client.operation.duration";
    String both = database + " " + server;
    Set<String> all = Set.of("GET", "SELECT");
    String none = "OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED";
    return Stream.of(
        arguments(Map.of(), all, both),
        arguments(Map.of("OTEL_INSTRUMENTATION_JDBC_ENABLED", "false"), Set.of("GET"), server),
        arguments(
            Map.of(none, "false", "OTEL_INSTRUMENTATION_JDBC_ENABLED", "true"),
            Set.of("SELECT"),
            database),
        arguments(Map.of(none, "false"), Set.of(), ""),
        arguments(Map.of("OTEL_SDK_DISABLED", "true"), Set.of(), ""),
        arguments(Map.of("OTEL_TRACES_SAMPLER", "always_off"), Set.of(), both),
        arguments(Map.of("OTEL_TRACES_EXPORTER", "none"), Set.of(), both),
        arguments(Map.of("OTEL_METRICS_EXPORTER", "none"), all, ""));
  }

  @Test
  void consoleExporters_printOnStderrOnly() {
    Jvm jvm =
        Shops.withDatabase()
            .env("OTEL_TRACES_EXPORTER", "console")
            .env("OTEL_METRICS_EXPORTER", "console")
            .env("OTEL_LOGS_EXPORTER", "console");

    Outcome outcome = servedOne(jvm);

    assertThat(outcome.out()).hasSize(4).noneMatch(line -> line.contains("weft"));
    assertThat(outcome.err())
        .allMatch(line -> line.matches("\\[weft] (span|metric|log) .*"))
        .anyMatch(line -> line.startsWith("[weft] log INFO 'order'"))
        .anyMatch(line -> line.startsWith("[weft] span 'GET'"))
        .anyMatch(line -> line.startsWith("[weft] metric http.server.request.duration {s}"));
  }

  @Test
  void b3_continuesTheTraceOfTheCaller() {
    String traceId = "0af7651916cd43dd8448eb211c80319c";
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop = Shops.sendingTo(receiver).option("-Dotel.propagators=b3").start(SHOP)) {
      shop.order("GET /orders b3=" + traceId + "-b7ad6b7169203331-1");

      Outcome outcome = shop.end();

      assertThat(outcome.stdout()).contains("trace=" + traceId);
      RecordedSpan server = receiver.telemetry().takeSpan("GET");
      assertThat(server.traceId()).isEqualTo(traceId);
      assertThat(server.parentSpanId()).isEqualTo("b7ad6b7169203331");
    }
  }

  @Test
  void headers_areSentAndNotShown() {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Jvm jvm =
          Shops.sendingTo(receiver)
              .env("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20s3cret")
              .env("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip");

      Outcome outcome = servedOne(jvm);

      assertThat(outcome.stderr()).isEmpty();
      assertThat(outcome.stdout()).doesNotContain("s3cret");
      assertThat(receiver.requests())
          .isNotEmpty()
          .allMatch(request -> request.header("authorization").orElse("").equals("Bearer s3cret"))
          .allMatch(request -> request.header("content-encoding").orElse("").equals("gzip"));
    }
  }

  @Test
  void port4317_meansGrpc() {
    try (OtlpReceiver receiver = onPort4317()) {
      Jvm jvm = Shops.withDatabase().env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317");

      Outcome outcome = servedOne(jvm);

      assertThat(outcome.stderr()).isEmpty();
      assertThat(receiver.telemetry().takeSpan("GET").isRoot()).isTrue();
      assertThat(receiver.requests())
          .extracting(OtlpRequest::transport)
          .containsOnly(Transport.GRPC);
    }
  }

  private static OtlpReceiver onPort4317() {
    try {
      return OtlpReceiver.start(0, 4317);
    } catch (UncheckedIOException taken) {
      return Assumptions.abort("somebody else listens on port 4317");
    }
  }

  @Test
  void sigterm_sendsWhatWaits() {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop = Shops.sendingTo(receiver).start(SHOP)) {
      shop.order("GET /orders");

      Outcome outcome = shop.terminate();

      assertThat(outcome.exitCode()).isEqualTo(128 + 15);
      assertThat(outcome.stderr()).isEmpty();
      assertThat(receiver.telemetry().spans())
          .extracting(RecordedSpan::name)
          .containsExactlyInAnyOrder("SELECT", "GET");
      assertThat(sortedNames(receiver)).contains("jvm.memory.used", "http.server.request.duration");
    }
  }

  private static Outcome servedOne(Jvm jvm) {
    try (Running shop = jvm.start(SHOP)) {
      return shop.order("GET /orders").end();
    }
  }

  private static Set<String> sortedNames(OtlpReceiver receiver) {
    Set<String> names = new TreeSet<>();
    receiver.telemetry().metrics().stream().map(RecordedMetric::name).forEach(names::add);
    return names;
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : new TreeSet<>(Set.of(text.split(" ", -1)));
  }
}
