// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTargetTest {
  private final HttpTarget target = HttpTarget.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    target.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/success, 200, success",
    "/client-error, 400, client error",
    "/error, 500, error",
    "/secured, 401, ''",
    "/nowhere, 404, not found",
  })
  void path_plainRequest_isAnswered(String path, int status, String body) throws Exception {
    HttpResponse<String> response = get(client, request(path));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({
    "/redirect, /success",
    "/another-redirect, /redirect",
    "/circular-redirect, /circular-redirect",
  })
  void redirect_notFollowed_namesTheNextPlace(String path, String next) throws Exception {
    HttpResponse<String> response = get(client, request(path));

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location")).contains(target.uri(next).toString());
  }

  @Test
  void secured_withAuthorization_isAnswered() throws Exception {
    HttpResponse<String> response =
        get(client, request("/secured").header("Authorization", "Bearer x"));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void longBody_readToTheEnd_hasAllChunks() throws Exception {
    HttpResponse<String> response = get(client, request("/long-body"));

    assertThat(response.body())
        .hasSize(HttpTarget.LONG_BODY_CHUNKS * HttpTarget.LONG_BODY_CHUNK_SIZE);
  }

  @Test
  void readTimeout_impatientClient_timesOut() {
    HttpRequest.Builder impatient = request("/read-timeout").timeout(Duration.ofMillis(100));

    assertThatThrownBy(() -> get(client, impatient)).isInstanceOf(HttpTimeoutException.class);
    assertThat(target.received()).hasSize(1);
  }

  @Test
  void readTimeout_targetCloses_letsTheClientGo() {
    CompletableFuture<HttpResponse<String>> pending =
        client.sendAsync(
            request("/read-timeout").header(HttpTarget.REQUEST_ID, "7").build(),
            BodyHandlers.ofString());
    target.received("7");

    target.close();

    assertThatThrownBy(() -> pending.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void received_byRequestId_hasHeadersAndBody() throws Exception {
    get(client, request("/success").header(HttpTarget.REQUEST_ID, "1"));
    get(
        client,
        request("/success?q=1")
            .POST(HttpRequest.BodyPublishers.ofString("tea"))
            .header(HttpTarget.REQUEST_ID, "2")
            .header("traceparent", "00-x"));

    ReceivedRequest received = target.received("2").get(0);

    assertThat(target.received()).hasSize(2);
    assertThat(received.method()).isEqualTo("POST");
    assertThat(received.target()).isEqualTo("/success?q=1");
    assertThat(received.body()).isEqualTo("tea");
    assertThat(received.header("TRACEPARENT")).contains("00-x");
  }

  @Test
  void https_clientThatTrustsTheCertificate_isAnswered() throws Exception {
    HttpClient trusting =
        HttpClient.newBuilder().sslContext(LoopbackCertificate.get().clientContext()).build();

    try (HttpTarget secure = HttpTarget.startHttps()) {
      HttpResponse<String> response = get(trusting, HttpRequest.newBuilder(secure.uri("/success")));

      assertThat(secure.uri("/success")).hasScheme("https");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> get(client, HttpRequest.newBuilder(secure.uri("/success"))))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(target.uri(path));
  }

  private static HttpResponse<String> get(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
