// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testkit.HttpClientContract;
import dev.weft.testkit.HttpClientProfile;
import dev.weft.testkit.HttpClientRequest;
import dev.weft.testkit.HttpTarget;
import dev.weft.testkit.RecordedSpan;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaHttpClientTest extends HttpClientContract<HttpRequest> {
  private static final HttpClient client = JdkClient.create();

  @Override
  protected HttpClientProfile profile() {
    return JdkClient.PROFILE;
  }

  @Override
  protected HttpRequest request(HttpClientRequest wanted) {
    return JdkClient.request(wanted);
  }

  @Override
  protected int send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  @Test
  void request_sent_staysAsItWas() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(target.uri("/success")).header("x-own", "kept").build();

    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());

    RecordedSpan span = onlySpan();
    assertThat(request.headers().map()).isEqualTo(Map.of("x-own", List.of("kept")));
    assertThat(response.request().headers().firstValue("traceparent").orElseThrow())
        .contains(span.spanId());
    checkWire(span, 1);
  }

  @Test
  void response_request_canBeSentAgain() throws Exception {
    HttpResponse<String> first = client.send(get(target.uri("/success")), BodyHandlers.ofString());
    client.send(first.request(), BodyHandlers.ofString());

    RecordedSpan one = agent.telemetry().takeSpan("GET");
    RecordedSpan two = agent.telemetry().takeSpan("GET");
    assertThat(target.received().get(0).headers().get("traceparent"))
        .singleElement()
        .asString()
        .contains(one.spanId());
    assertThat(target.received().get(1).headers().get("traceparent"))
        .singleElement()
        .asString()
        .contains(two.spanId());
  }

  @Test
  void span_ofLongBody_lastsUntilBodyIsRead() throws Exception {
    HttpResponse<byte[]> response =
        client.send(get(target.uri("/long-body")), BodyHandlers.ofByteArray());

    assertThat(response.body())
        .hasSize(HttpTarget.LONG_BODY_CHUNKS * HttpTarget.LONG_BODY_CHUNK_SIZE);
    assertThat(onlySpan().duration()).isGreaterThan(Duration.ofMillis(150));
  }

  @Test
  void call_insideOther_isPartOfIt() throws Exception {
    List<URI> selected = new java.util.concurrent.CopyOnWriteArrayList<>();
    HttpClient curious =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(new AskingSelector(selected, target.uri("/success?who=selector")))
            .build();

    curious.send(get(target.uri("/success?who=caller")), BodyHandlers.discarding());

    RecordedSpan span = onlySpan();
    assertThat(selected).isNotEmpty();
    assertThat(span.attribute("url.full")).asString().endsWith("who=caller");
    assertThat(target.received())
        .filteredOn(request -> request.target().endsWith("who=selector"))
        .isNotEmpty()
        .allMatch(request -> request.header("traceparent").isEmpty());
    assertThat(target.received())
        .filteredOn(request -> request.target().endsWith("who=caller"))
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.header("traceparent").orElseThrow()).contains(span.spanId()));
  }

  @Test
  void interrupt_whileWaiting_failsSpan() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> send(get(target.uri("/success"))))
        .isInstanceOf(InterruptedException.class);

    assertThat(onlySpan().attribute("error.type")).isEqualTo("java.lang.InterruptedException");
  }

  @Test
  void nothing_sent_isRefusedAsBefore() {
    assertThatThrownBy(() -> client.send(null, BodyHandlers.discarding()))
        .isInstanceOf(NullPointerException.class);
  }

  /** Sends a request of its own whenever it is asked for a proxy. */
  private static final class AskingSelector extends ProxySelector {
    private final List<URI> selected;
    private final URI asked;

    AskingSelector(List<URI> selected, URI asked) {
      this.selected = selected;
      this.asked = asked;
    }

    @Override
    public List<Proxy> select(URI uri) {
      selected.add(uri);
      try {
        client.send(HttpRequest.newBuilder(asked).build(), BodyHandlers.discarding());
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
  }
}
