// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint that a Prometheus scrapes, in the shipped jar. */
class PrometheusTest {
  private static final String LISTENING = "[weft] metrics for Prometheus: port ";
  private static final String COUNT = "http_server_request_duration_seconds_count";
  private static final Pattern LABELS =
      Pattern.compile("\\{([a-zA-Z_]\\w*=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\",?)+}");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "[a-zA-Z_:][\\w:]*("
              + LABELS
              + ")? (-?[0-9.]+(E-?[0-9]+)?|NaN|[+-]Inf)( # "
              + LABELS
              + " [0-9.E-]+ [0-9.]+)?");
  private static final Pattern COMMENT =
      Pattern.compile(
          "# (TYPE [a-zA-Z_:]\\w* (counter|gauge|histogram|info)|UNIT [a-zA-Z_:]\\w* \\w+|HELP [a-zA-Z_:]\\w* .*|EOF)");

  private final HttpClient client = HttpClient.newHttpClient();

  private static Jvm shop() {
    return Shops.withDatabase()
        .env("OTEL_TRACES_EXPORTER", "none", "OTEL_LOGS_EXPORTER", "none")
        .env("OTEL_METRICS_EXPORTER", "prometheus", "OTEL_EXPORTER_PROMETHEUS_PORT", "0")
        .env("OTEL_EXPORTER_PROMETHEUS_HOST", "127.0.0.1", "OTEL_SERVICE_NAME", "shop");
  }

  private static int port(Running shop) {
    shop.awaitErr(LISTENING);
    return Integer.parseInt(
        shop.stderr().split(Pattern.quote(LISTENING))[1].lines().toList().get(0));
  }

  private HttpResponse<String> scrape(int port, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
            .header("Accept", accept)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** Adds up the samples of a name. */
  private static long sum(String text, String name) {
    Pattern sample = Pattern.compile("(?m)^" + name + "\\{.*} (\\d+)$");
    return sample.matcher(text).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/openmetrics-text;version=1.0.0,*/*;q=0.1"})
  void scrape_showsWhatHappenedSoFar(String accept) throws Exception {
    try (Running shop = shop().start("example.Shop")) {
      int port = port(shop);
      shop.orders(2, "GET /orders");
      long before = sum(scrape(port, accept).body(), COUNT);
      shop.order("GET /orders");

      HttpResponse<String> answer = scrape(port, accept);

      assertThat(before).isEqualTo(2);
      assertThat(sum(answer.body(), COUNT)).isEqualTo(3);
      assertThat(answer.body())
          .contains("service_name=\"shop\"", "jvm_class_count{otel_scope_name=\"io.opentelemetry.")
          .contains("jvm_cpu_time_seconds_total{", "le=\"+Inf\"} 3");
      boolean open = accept.contains("openmetrics");
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(
              type -> assertThat(type).contains(open ? "version=1.0.0" : "version=0.0.4"));
      assertThat(answer.body().endsWith("\n# EOF\n")).isEqualTo(open);
      assertThat(answer.body().lines())
          .allMatch(line -> SAMPLE.matcher(line).matches() || COMMENT.matcher(line).matches());
      Outcome outcome = shop.end();
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.err()).hasSize(1);
    }
  }

  @Test
  void scrape_besideDifferencesByOtlp_isOfTotals() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop =
            shop()
                .env("OTEL_METRICS_EXPORTER", "otlp,prometheus", "OTEL_TRACES_EXPORTER", "otlp")
                .env("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "delta")
                .env("OTEL_METRIC_EXPORT_INTERVAL", "100")
                .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint())
                .start("example.Shop")) {
      int port = port(shop);
      for (int i = 1; i <= 3; i++) {
        shop.order("GET /orders");
        assertThat(sum(scrape(port, "*/*").body(), COUNT)).isEqualTo(i);
      }
      String open = scrape(port, "application/openmetrics-text").body();

      Outcome outcome = shop.end();

      assertThat(outcome.exitCode()).isZero();
      assertThat(open).containsPattern("# \\{span_id=\"\\w{16}\",trace_id=\"\\w{32}\"} ");
      assertThat(receiver.telemetry().metrics())
          .filteredOn(metric -> metric.name().equals("http.server.request.duration"))
          .isNotEmpty();
    }
  }

  @Test
  void scrape_passesPrometheusOwnCheck() throws Exception {
    String promtool = System.getenv("PROMTOOL");
    Assumptions.assumeTrue(promtool != null, "PROMTOOL is not set");
    try (Running shop = shop().start("example.Shop")) {
      int port = port(shop);
      shop.order("GET /orders");
      String text = scrape(port, "*/*").body();

      Process check =
          new ProcessBuilder(promtool, "check", "metrics").redirectErrorStream(true).start();
      check.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      check.getOutputStream().close();
      String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      // 3: readable, and something about style, such as names that are given by conventions
      assertThat(check.waitFor()).as(said).isIn(0, 3);
      assertThat(said).doesNotContain("error while linting", "parsing error");
    }
  }

  @Test
  void portInUse_isOneLine_andTheApplicationGoesOn() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Running shop =
            shop()
                .env("OTEL_EXPORTER_PROMETHEUS_PORT", "" + taken.getLocalPort())
                .start("example.Shop")) {
      shop.awaitErr("\n");

      Outcome outcome = shop.order("GET /orders").end();

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.err())
          .singleElement()
          .asString()
          .startsWith("[weft] no metrics for Prometheus on 127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void moduleMissing_isOneLine_andTheApplicationGoesOn() {
    Jvm jvm =
        shop().option("--limit-modules", "java.base,java.instrument,java.sql,java.naming,java.xml");
    try (Running shop = jvm.start("example.Shop")) {
      shop.awaitErr("\n");

      Outcome outcome = shop.order("GET /orders").end();

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.err())
          .singleElement()
          .asString()
          .startsWith("[weft] no metrics for Prometheus on 127.0.0.1:0: ")
          .contains("httpserver");
    }
  }
}
