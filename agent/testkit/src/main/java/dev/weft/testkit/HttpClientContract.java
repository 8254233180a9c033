// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the telemetry of every HTTP client has in common. A client's test extends this and says how
 * the client sends; the client has to follow redirects, to trust {@link LoopbackCertificate}, and
 * to speak HTTP/1.1.
 *
 * @param <Q> how the client calls a request that can be sent
 */
public abstract class HttpClientContract<Q> {
  /** The agent that the client is woven by. */
  @RegisterExtension protected static final AgentExtension agent = AgentExtension.create();

  private static final Duration SHORT = Duration.ofMillis(400);

  /** What requests are sent to. */
  protected final HttpTarget target = HttpTarget.start();

  /** Says what the client is like. */
  protected abstract HttpClientProfile profile();

  /** Makes a request that can be sent more than once. */
  protected abstract Q request(HttpClientRequest wanted);

  /**
   * Sends a request and waits until the answer is complete.
   *
   * @return the status code
   * @throws Exception what the client says went wrong, not wrapped for another thread
   */
  protected abstract int send(Q request) throws Exception;

  @AfterEach
  void closeTarget() {
    target.close();
  }

  @Test
  void get_answered_isOneSpan() throws Exception {
    URI uri = target.uri("/success?a=b");

    int status = send(get(uri));

    RecordedSpan span = onlySpan();
    assertThat(status).isEqualTo(200);
    assertThat(span.isRoot()).isTrue();
    assertThat(span.events()).isEmpty();
    expected(uri).answered(200).check(span);
    checkWire(span, 1);
  }

  @Test
  void get_insideSpan_isItsChild() throws Exception {
    agent.inSpan("parent", () -> send(get(target.uri("/success"))));

    List<RecordedSpan> trace = agent.telemetry().takeTrace(2);
    assertThat(trace).extracting(RecordedSpan::name).containsExactly("parent", "GET");
    assertThat(trace.get(1).isChildOf(trace.get(0))).isTrue();
    checkWire(trace.get(1), 1);
  }

  @Test
  void get_afterwards_leavesCallersSpanCurrent() throws Exception {
    agent.inSpan(
        "parent",
        () -> {
          send(get(target.uri("/success")));
          agent.inSpan("later", () -> {});
        });

    List<RecordedSpan> trace = agent.telemetry().takeTrace(3);
    assertThat(trace).extracting(RecordedSpan::name).containsExactly("parent", "GET", "later");
    assertThat(trace.get(2).isChildOf(trace.get(0))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE", "OPTIONS", "HEAD"})
  void method_known_isName(String method) throws Exception {
    URI uri = target.uri("/success");

    send(request(HttpClientRequest.get(uri).withMethod(method)));

    RecordedSpan span = onlySpan();
    expected(uri).named(method).with("http.request.method", method).answered(200).check(span);
  }

  @Test
  void method_unknown_isOther() throws Exception {
    URI uri = target.uri("/success");

    send(request(HttpClientRequest.get(uri).withMethod("WEAVE")));

    expected(uri)
        .named("HTTP")
        .with("http.request.method", "_OTHER")
        .with("http.request.method_original", "WEAVE")
        .answered(200)
        .check(onlySpan());
  }

  @ParameterizedTest
  @CsvSource({"/redirect, 2", "/another-redirect, 3"})
  void redirects_followed_arePartOfTheSpan(String path, int requests) throws Exception {
    URI uri = target.uri(path);

    int status = send(get(uri));

    RecordedSpan span = onlySpan();
    assertThat(status).isEqualTo(200);
    expected(uri).answered(200).check(span);
    checkWire(span, requests);
  }

  @Test
  void redirects_inCircle_endWithLastAnswer() throws Exception {
    URI uri = target.uri("/circular-redirect");

    int status = send(get(uri));

    RecordedSpan span = onlySpan();
    assertThat(status).isEqualTo(profile().circularRedirectStatus());
    expected(uri).answered(status).check(span);
    checkWire(span, target.received().size());
  }

  @ParameterizedTest
  @CsvSource({"/client-error, 400", "/secured, 401", "/nowhere, 404", "/error, 500"})
  void answer_withErrorStatus_failsSpan(String path, int expected) throws Exception {
    URI uri = target.uri(path);

    int status = send(get(uri));

    RecordedSpan span = onlySpan();
    assertThat(status).isEqualTo(expected);
    assertThat(span.events()).isEmpty();
    expected(uri).answered(expected).check(span);
  }

  @Test
  void request_sentTwice_isTwoTraces() throws Exception {
    Q request = get(target.uri("/success"));

    send(request);
    send(request);

    RecordedSpan first = agent.telemetry().takeSpan("GET");
    RecordedSpan second = agent.telemetry().takeSpan("GET");
    assertThat(second.traceId()).isNotEqualTo(first.traceId());
    assertThat(target.received())
        .extracting(HttpClientContract::traceId)
        .containsExactly(first.traceId(), second.traceId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"traceparent", "Traceparent"})
  void request_withTraceHeader_hasItReplaced(String header) throws Exception {
    HttpClientRequest wanted =
        HttpClientRequest.get(target.uri("/success"))
            .withHeader(header, "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01")
            .withHeader("x-other", "stays");

    send(request(wanted));

    checkWire(onlySpan(), 1);
    assertThat(target.received().get(0).header("x-other")).contains("stays");
  }

  @Test
  void url_withSecrets_isRedacted() throws Exception {
    URI secret =
        URI.create(
            "http://me:secret@localhost:" + target.port() + "/success?a=b&X-Amz-Signature=secret");

    send(get(secret));

    assertThat(target.received().get(0).target()).contains("X-Amz-Signature=secret");
    expected(secret)
        .with(
            "url.full",
            "http://REDACTED:REDACTED@localhost:"
                + target.port()
                + "/success?a=b&X-Amz-Signature=REDACTED")
        .answered(200)
        .check(onlySpan());
  }

  @Test
  void connection_refused_failsSpan() throws Exception {
    URI uri = URI.create("http://localhost:" + unusedPort() + "/");

    assertThatThrownBy(() -> send(get(uri))).isInstanceOf(profile().refused());

    RecordedSpan span = onlySpan();
    expected(uri).failed(profile().refused()).check(span);
    ExpectedHttpSpan.checkException(span, profile().refused());
  }

  @Test
  void answer_late_failsSpan() {
    URI uri = target.uri("/read-timeout");

    assertThatThrownBy(() -> send(request(HttpClientRequest.get(uri).withTimeout(SHORT))))
        .isInstanceOf(profile().timedOut());

    RecordedSpan span = onlySpan();
    expected(uri).failed(profile().timedOut()).check(span);
    ExpectedHttpSpan.checkException(span, profile().timedOut());
    assertThat(span.duration()).isBetween(SHORT, SHORT.multipliedBy(10));
  }

  @Test
  void get_overTls_isOneSpan() throws Exception {
    try (HttpTarget secure = HttpTarget.startHttps()) {
      URI uri = secure.uri("/success");

      int status = send(get(uri));

      RecordedSpan span = onlySpan();
      assertThat(status).isEqualTo(200);
      expected(uri).answered(200).check(span);
      assertThat(traceId(secure.received().get(0))).isEqualTo(span.traceId());
    }
  }

  @Test
  void duration_ofRequests_isRecordedPerOutcome() throws Exception {
    send(get(target.uri("/success")));
    send(get(target.uri("/success")));
    send(get(target.uri("/error")));

    List<RecordedSpan> spans = List.of(takeGet(), takeGet(), takeGet());
    RecordedMetric metric =
        agent.telemetry().awaitMetric("http.client.request.duration", this::hasThreeRequests);
    HttpDurationCheck check = new HttpDurationCheck(metric, target.port());
    check.definition(profile());
    check.point(Map.of("http.response.status_code", 200L), spans.subList(0, 2));
    check.point(
        Map.of("http.response.status_code", 500L, "error.type", "500"), spans.subList(2, 3));
    HttpDurationCheck.exemplar(agent.telemetry().metrics(), spans.get(2));
  }

  @Test
  void requests_fromManyThreads_keepTheirTraces() throws Exception {
    int requests = 48;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        answers.add(threads.submit(sendInSpan("job " + i)));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(200);
      }
    } finally {
      threads.shutdown();
    }

    for (int i = 0; i < requests; i++) {
      RecordedSpan job = agent.telemetry().takeSpan("job " + i);
      RecordedSpan span = agent.telemetry().takeSpan(other -> other.isChildOf(job));
      assertThat(target.received("job " + i))
          .singleElement()
          .satisfies(request -> checkWire(span, request));
    }
  }

  private Callable<Integer> sendInSpan(String id) {
    Q request =
        request(
            HttpClientRequest.get(target.uri("/success")).withHeader(HttpTarget.REQUEST_ID, id));
    return () -> agent.inSpan(id, () -> send(request));
  }

  /** Makes a GET request. */
  protected final Q get(URI uri) {
    return request(HttpClientRequest.get(uri));
  }

  /** Waits for the span of a single request and claims it; there must be no other. */
  protected final RecordedSpan onlySpan() {
    List<RecordedSpan> trace = agent.telemetry().takeTrace(1);
    assertThat(trace).hasSize(1);
    return trace.get(0);
  }

  final ExpectedHttpSpan expected(URI uri) {
    return ExpectedHttpSpan.get(profile(), uri);
  }

  /** Returns a port of this machine at which nobody listens. */
  protected static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private RecordedSpan takeGet() {
    return agent.telemetry().takeSpan("GET");
  }

  private boolean hasThreeRequests(RecordedMetric metric) {
    return HttpDurationCheck.requests(metric, target.port()) == 3;
  }

  /** Checks that so many requests have arrived, all of them as part of the given span. */
  protected final void checkWire(RecordedSpan span, int requests) {
    assertThat(target.received()).hasSize(requests);
    target.received().forEach(request -> checkWire(span, request));
  }

  private static void checkWire(RecordedSpan span, ReceivedRequest request) {
    assertThat(request.headers().get("traceparent"))
        .singleElement()
        .asString()
        .startsWith("00-" + span.traceId() + "-" + span.spanId() + "-");
  }

  private static String traceId(ReceivedRequest request) {
    return request.header("traceparent").orElse("00-none-").split("-")[1];
  }
}
