// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import dev.weft.api.metrics.HistogramSnapshot;
import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.Samplers;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpClientCallTest {
  private static final URI HERE = URI.create("http://u:p@here:8080/path?sig=1");
  private static final HeaderSource<Map<String, List<String>>> HEADERS =
      (headers, name) -> headers.getOrDefault(name, List.of());

  private final List<Span> spans = new ArrayList<>();
  private final HttpSettings before = HttpSettings.get();
  private final String scope = UUID.randomUUID().toString();
  private final HttpClientTelemetry client = new HttpClientTelemetry(Scope.of(scope));

  @BeforeEach
  void record() {
    Tracing.install(spans::add, Samplers.ALWAYS_ON, Propagator.NONE, false);
  }

  @AfterEach
  void restore() {
    HttpSettings.install(before);
    Tracing.install(span -> {}, Samplers.ALWAYS_ON, Propagator.NONE, false);
  }

  @Test
  void call_answered_isDescribedInFull() {
    HttpClientCall call = client.start("GET", HERE);
    call.response(200, "1.1", Map.of(), HEADERS);
    call.end();

    Span span = spans.get(0);
    assertThat(span.name()).isEqualTo("GET");
    assertThat(span.isFailed()).isFalse();
    assertThat(RecordedCall.attributes(span))
        .containsOnly(
            Map.entry("http.request.method", "GET"),
            Map.entry("http.response.status_code", 200L),
            Map.entry("network.protocol.version", "1.1"),
            Map.entry("server.address", "here"),
            Map.entry("server.port", 8080L),
            Map.entry("url.full", "http://REDACTED:REDACTED@here:8080/path?sig=REDACTED"));
  }

  @Test
  void call_withoutPort_hasThatOfItsScheme() {
    client.start("GET", URI.create("http://here/")).end();
    client.start("GET", URI.create("HTTPS://here/")).end();
    client.start("GET", URI.create("odd://here/")).end();

    assertThat(spans)
        .extracting(span -> RecordedCall.attributes(span).get("server.port"))
        .containsExactly(80L, 443L, null);
  }

  @Test
  void call_ofUnknownMethod_isOther() {
    client.start("get", HERE).end();

    assertThat(spans.get(0).name()).isEqualTo("HTTP");
    assertThat(RecordedCall.attributes(spans.get(0)))
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "get");
    assertThat(RecordedCall.series(scope).keySet())
        .singleElement()
        .satisfies(labels -> assertThat(labels).containsEntry("http.request.method", "_OTHER"));
  }

  @Test
  void call_answeredWithError_isFailedByStatus() {
    int[] failures = {400, 404, 500, 99};
    for (int status : failures) {
      HttpClientCall call = client.start("GET", HERE);
      call.response(status, null, Map.of(), HEADERS);
      call.end();
    }

    assertThat(spans).allMatch(Span::isFailed);
    assertThat(spans)
        .extracting(span -> RecordedCall.attributes(span).get("error.type"))
        .containsExactly("400", "404", "500", "99");
  }

  @Test
  void call_thrown_isFailedByException() {
    ConnectException refused = new ConnectException("refused");

    HttpClientCall call = client.start("GET", HERE);
    call.failed(refused);
    call.end();

    assertThat(spans.get(0).isFailed()).isTrue();
    assertThat(spans.get(0).thrown()).isSameAs(refused);
    assertThat(RecordedCall.attributes(spans.get(0)))
        .containsEntry("error.type", "java.net.ConnectException")
        .doesNotContainKey("http.response.status_code");
  }

  @Test
  void call_answeredWithErrorThenThrown_keepsStatusAsType() {
    HttpClientCall call = client.start("GET", HERE);
    call.response(503, "2", Map.of(), HEADERS);
    call.failed(new ConnectException());
    call.end();

    assertThat(RecordedCall.attributes(spans.get(0))).containsEntry("error.type", "503");
  }

  @Test
  void call_resent_saysHowOften() {
    HttpClientCall once = client.start("GET", HERE);
    once.resent(0);
    once.end();
    HttpClientCall thrice = client.start("GET", HERE);
    thrice.resent(2);
    thrice.end();

    assertThat(spans)
        .extracting(span -> RecordedCall.attributes(span).get("http.request.resend_count"))
        .containsExactly(null, 2L);
  }

  @Test
  void call_insideOther_isSuppressed() {
    HttpClientCall outer = client.start("GET", HERE);
    Span caller = Tracing.makeCurrent(outer.span());
    HttpClientCall inner = client.start("GET", HERE);
    Tracing.makeCurrent(caller);
    outer.end();

    assertThat(inner).isNull();
    assertThat(spans).hasSize(1);
  }

  @Test
  void headers_chosen_areCapturedAndNoOthers() {
    List<String> methods = List.of("GET");
    HttpSettings.install(
        new HttpSettings(
            methods, List.of(), List.of("X-Ask"), List.of("X-Answer"), List.of(), List.of()));

    HttpClientCall call = client.start("GET", HERE);
    call.request(Map.of("x-ask", List.of("1", "2"), "cookie", List.of("secret")), HEADERS);
    call.response(200, "1.1", Map.of("x-answer", List.of("3")), HEADERS);
    call.end();

    assertThat(RecordedCall.attributes(spans.get(0)))
        .containsEntry("http.request.header.x-ask", new String[] {"1", "2"})
        .containsEntry("http.response.header.x-answer", new String[] {"3"})
        .doesNotContainKey("http.request.header.cookie");
  }

  @Test
  void duration_ofCalls_isOneSeriesPerOutcome() {
    HttpClientCall answered = client.start("GET", HERE);
    answered.response(404, "1.1", Map.of(), HEADERS);
    answered.end();
    HttpClientCall failed = client.start("GET", HERE);
    failed.failed(new ConnectException());
    failed.end();

    Map<Map<String, Object>, HistogramSnapshot> series = RecordedCall.series(scope);
    assertThat(series)
        .containsOnlyKeys(
            Map.of(
                "http.request.method", "GET",
                "http.response.status_code", 404L,
                "error.type", "404",
                "network.protocol.version", "1.1",
                "server.address", "here",
                "server.port", 8080L),
            Map.of(
                "http.request.method", "GET",
                "error.type", "java.net.ConnectException",
                "server.address", "here",
                "server.port", 8080L));
    assertThat(series.values()).allMatch(each -> each.total() == 1 && each.exemplars().size() == 1);
  }

  @Test
  void duration_ofUnsampledCall_isRecordedWithoutExemplar() {
    Tracing.install(spans::add, Samplers.ALWAYS_OFF, Propagator.NONE, false);

    HttpClientCall call = client.start("GET", HERE);
    call.response(500, "1.1", Map.of(), HEADERS);
    call.end();

    assertThat(spans).isEmpty();
    assertThat(RecordedCall.series(scope).values())
        .singleElement()
        .matches(each -> each.total() == 1 && each.exemplars().isEmpty());
  }

  @Test
  void duration_definition_isThatOfTheConventions() {
    var duration = RecordedCall.histogram(scope);

    assertThat(duration.name()).isEqualTo("http.client.request.duration");
    assertThat(duration.unit()).isEqualTo("s");
    assertThat(duration.description()).isEqualTo("Duration of HTTP client requests.");
    assertThat(duration.bounds())
        .containsExactly(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10);
  }
}
