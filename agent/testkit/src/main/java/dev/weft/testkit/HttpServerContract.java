// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.RecordedSpan.Kind;
import dev.weft.testkit.RecordedSpan.Status;
import dev.weft.testkit.ServerApplication.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every instrumentation of an HTTP server has to fulfil: one SERVER span per request, current
 * while the request is handled and never longer, and one measurement.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HttpServerContract {
  /** The {@code traceparent} of a sampled remote parent. */
  private static final String SAMPLED = "00-%032x-%016x-01";

  private static final String DURATION = "http.server.request.duration";
  private static final List<Double> SECONDS =
      List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

  /** What the tests run with. */
  protected final AgentExtension agent;

  private final String scope;
  private int port;

  /**
   * Creates the contract.
   *
   * @param scope the instrumentation scope of all spans and metrics
   */
  protected HttpServerContract(AgentExtension agent, String scope) {
    this.agent = agent;
    this.scope = scope;
  }

  /** Starts a server with this application on a free port of loopback, and returns the port. */
  protected abstract int start(ServerApplication application) throws Exception;

  /** Stops the server. */
  protected abstract void stop() throws Exception;

  /** Returns what comes before each path of the application; empty by default. */
  protected String root() {
    return "";
  }

  /** Returns the route expected of a path below the root, or null if there should be none. */
  protected @Nullable String route(String path) {
    return path.startsWith(ServerApplication.PATH_PREFIX)
        ? root() + ServerApplication.PATH_PREFIX + "/*"
        : root() + path;
  }

  /** Returns the port of the server. */
  protected final int port() {
    return port;
  }

  @BeforeAll
  final void startServer() throws Exception {
    port = start(this::answer);
  }

  @AfterAll
  final void stopServer() throws Exception {
    stop();
  }

  private Answer answer(String path, @Nullable String query) throws Exception {
    return switch (path) {
      case "/redirect" -> new Answer(302, Map.of("Location", root() + "/success"), "");
      case "/error" -> Answer.of(500, "controlled error");
      case "/exception" -> throw new IllegalStateException("controlled exception");
      case "/inner-span" -> {
        agent.inSpan("inner", () -> {});
        yield Answer.of(200, "inner");
      }
      default -> Answer.of(200, "success");
    };
  }

  @Test
  void success_everyAttribute() {
    RawResponse response = send(get("/success").header("User-Agent", "contract"));

    assertThat(response.status()).isEqualTo(200);
    RecordedSpan span = take("GET", "/success");
    assertThat(span.kind()).isEqualTo(Kind.SERVER);
    assertThat(span.isRoot()).isTrue();
    assertThat(span.status()).isEqualTo(Status.UNSET);
    assertThat(span.scope().name()).isEqualTo(scope);
    assertThat(span.attribute("network.peer.port")).isInstanceOf(Long.class);
    assertThat(without(span, "network.peer.port", "thread.id", "thread.name"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("http.request.method", "GET"),
                Map.entry("http.response.status_code", 200L),
                Map.entry("http.route", root() + "/success"),
                Map.entry("url.scheme", "http"),
                Map.entry("url.path", root() + "/success"),
                Map.entry("server.address", "localhost"),
                Map.entry("server.port", (long) port),
                Map.entry("client.address", "127.0.0.1"),
                Map.entry("network.peer.address", "127.0.0.1"),
                Map.entry("network.protocol.version", "1.1"),
                Map.entry("user_agent.original", "contract")));
  }

  @Test
  void remoteParent_isTheParent() {
    send(get("/success").header("traceparent", SAMPLED.formatted(0xabc, 0xdef)));

    RecordedSpan span = take("GET", "/success");
    assertThat(span.traceId()).isEqualTo("%032x".formatted(0xabc));
    assertThat(span.parentSpanId()).isEqualTo("%016x".formatted(0xdef));
    assertThat(span.hasRemoteParent()).isTrue();
  }

  @Test
  void remoteParent_inAnyCase_isTheParent() {
    send(get("/success").header("TRACEPARENT", SAMPLED.formatted(0xabd, 0xdef)));

    RecordedSpan span = take("GET", "/success");
    assertThat(span.traceId()).isEqualTo("%032x".formatted(0xabd));
  }

  @Test
  void remoteParent_notSampled_neitherIsTheSpan() {
    send(get("/inner-span").header("traceparent", "00-%032x-%016x-00".formatted(0xabe, 0xdef)));
    send(get("/success"));

    RecordedSpan sampled = take("GET", "/success");
    assertThat(sampled.isRoot()).isTrue();
    assertThat(agent.telemetry().trace("%032x".formatted(0xabe))).isEmpty();
  }

  @Test
  void innerSpan_isAChild() {
    send(get("/inner-span"));

    RecordedSpan inner = agent.telemetry().takeSpan("inner");
    assertThat(inner.isChildOf(take("GET", "/inner-span"))).isTrue();
  }

  @Test
  void keptConnection_eachRequestHasItsOwnTrace() {
    try (RawHttp connection = RawHttp.connect(port)) {
      connection.send(get("/success"));
      connection.send(get("/success"));
    }

    RecordedSpan first = take("GET", "/success");
    RecordedSpan second = take("GET", "/success");
    assertThat(first.isRoot() && second.isRoot()).isTrue();
    assertThat(first.traceId()).isNotEqualTo(second.traceId());
  }

  @Test
  void query_isReported() {
    send(get("/query?some=query"));

    RecordedSpan span = take("GET", "/query");
    assertThat(span.attributes())
        .containsEntry("url.path", root() + "/query")
        .containsEntry("url.query", "some=query");
  }

  @Test
  void redirect_isNoError() {
    RawResponse response = send(get("/redirect"));

    assertThat(response.status()).isEqualTo(302);
    RecordedSpan span = take("GET", "/redirect");
    assertThat(span.attribute("http.response.status_code")).isEqualTo(302L);
    assertThat(span.status()).isEqualTo(Status.UNSET);
  }

  @Test
  void errorStatus_failsWithoutException() {
    RawResponse response = send(get("/error"));

    assertThat(response.body()).isEqualTo("controlled error");
    RecordedSpan span = take("GET", "/error");
    assertFailed(span);
    assertThat(span.events()).isEmpty();
  }

  @Test
  void exception_isRecordedOnce() {
    RawResponse response = send(get("/exception"));

    assertThat(response.status()).isEqualTo(500);
    RecordedSpan span = take("GET", "/exception");
    assertFailed(span);
    assertThat(span.events()).hasSize(1);
    assertThat(span.event("exception").orElseThrow().attributes())
        .containsEntry("exception.type", "java.lang.IllegalStateException")
        .containsEntry("exception.message", "controlled exception")
        .containsKey("exception.stacktrace");
  }

  @Test
  void unknownPath_isNotFound() {
    RawResponse response = send(get("/unknown"));

    assertThat(response.status()).isEqualTo(404);
    RecordedSpan span = take("GET", "/unknown");
    assertThat(span.attribute("http.response.status_code")).isEqualTo(404L);
    assertThat(span.attribute("http.route")).isEqualTo(route("/unknown"));
    assertThat(span.status()).isEqualTo(Status.UNSET);
  }

  @Test
  void pathParameter_isNotInTheName() {
    send(get("/path/123/details"));

    RecordedSpan span = take("GET", "/path/123/details");
    assertThat(span.attributes())
        .containsEntry("http.route", route("/path/123/details"))
        .containsEntry("url.path", root() + "/path/123/details");
  }

  @Test
  void unknownMethod_isReportedAsOther() {
    send(new RawRequest("TEST", root() + "/success", List.of(), ""));

    RecordedSpan span = take("HTTP", "/success");
    assertThat(span.attributes())
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "TEST");
  }

  @Test
  void xForwarded_tellsTheClientAndWhatItAskedFor() {
    send(
        get("/success")
            .header("X-Forwarded-For", "1.2.3.4, 5.6.7.8")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "shop.example.com"));

    assertForwarded(take("GET", "/success"));
  }

  @Test
  void forwarded_tellsTheClientAndWhatItAskedFor() {
    send(get("/success").header("Forwarded", "for=1.2.3.4;proto=https;host=shop.example.com"));

    assertForwarded(take("GET", "/success"));
  }

  @Test
  void pipelinedRequests_eachHasItsOwnSpan() {
    try (RawHttp connection = RawHttp.connect(port)) {
      connection.pipeline(child(1), child(2), child(3), child(4), child(5));
    }

    for (int i = 1; i <= 5; i++) {
      takeChild(i);
    }
  }

  @Test
  void manyRequestsAtOnce_spansDoNotMix() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(8);
    List<Future<RawResponse>> responses = new ArrayList<>();
    for (int i = 100; i < 200; i++) {
      RawRequest request = child(i);
      responses.add(clients.submit(() -> send(request)));
    }
    for (Future<RawResponse> response : responses) {
      assertThat(response.get().status()).isEqualTo(200);
    }
    clients.shutdown();

    for (int i = 100; i < 200; i++) {
      takeChild(i);
    }
  }

  @Test
  void duration_isMeasured() {
    send(get("/query?metrics"));

    RecordedSpan span = take("GET", "/query");
    Map<String, Object> attributes =
        Map.of(
            "http.request.method", "GET",
            "http.response.status_code", 200L,
            "http.route", root() + "/query",
            "network.protocol.version", "1.1",
            "url.scheme", "http");
    RecordedMetric metric =
        agent
            .telemetry()
            .awaitMetric(
                DURATION,
                exported ->
                    exported.scope().name().equals(scope)
                        && exported.point(attributes).filter(p -> cites(p, span)).isPresent());
    assertThat(metric.unit()).isEqualTo("s");
    assertThat(metric.description()).isEqualTo("Duration of HTTP server requests.");
    RecordedHistogram histogram = metric.point(attributes).orElseThrow().requireHistogram();
    assertThat(histogram.bounds()).isEqualTo(SECONDS);
    assertThat(histogram.count()).isPositive();
    assertThat(histogram.sum()).isPositive();
  }

  private static boolean cites(RecordedPoint point, RecordedSpan span) {
    return point.exemplars().stream().anyMatch(e -> e.spanId().equals(span.spanId()));
  }

  /** Returns a request for a path below the root. */
  protected final RawRequest get(String path) {
    return RawRequest.get(root() + path);
  }

  /** Sends a request over a connection of its own. */
  protected final RawResponse send(RawRequest request) {
    return RawHttp.send(port, request);
  }

  /** Claims the SERVER span of a request, which is named as its path's route demands. */
  protected final RecordedSpan take(String method, String path) {
    String route = route(path);
    return agent.telemetry().takeSpan(route == null ? method : method + " " + route);
  }

  /** Asserts that a span says that the server answered with 500. */
  protected static void assertFailed(RecordedSpan span) {
    assertThat(span.status()).isEqualTo(Status.ERROR);
    assertThat(span.attributes())
        .containsEntry("http.response.status_code", 500L)
        .containsEntry("error.type", "500");
  }

  private static void assertForwarded(RecordedSpan span) {
    assertThat(span.attributes())
        .containsEntry("client.address", "1.2.3.4")
        .containsEntry("network.peer.address", "127.0.0.1")
        .containsEntry("url.scheme", "https")
        .containsEntry("server.address", "shop.example.com")
        .containsEntry("server.port", 443L);
  }

  private RawRequest child(int number) {
    return get("/inner-span").header("traceparent", SAMPLED.formatted(0x1000 + number, number));
  }

  private void takeChild(int number) {
    String traceId = "%032x".formatted(0x1000 + number);
    RecordedSpan server = takeOf(traceId, Kind.SERVER);
    RecordedSpan inner = takeOf(traceId, Kind.INTERNAL);
    assertThat(server.parentSpanId()).isEqualTo("%016x".formatted(number));
    assertThat(inner.isChildOf(server)).isTrue();
  }

  private RecordedSpan takeOf(String traceId, Kind kind) {
    return agent
        .telemetry()
        .takeSpan(span -> span.traceId().equals(traceId) && span.kind() == kind);
  }

  private static Map<String, Object> without(RecordedSpan span, String... keys) {
    Map<String, Object> attributes = new TreeMap<>(span.attributes());
    attributes.keySet().removeAll(List.of(keys));
    return attributes;
  }
}
