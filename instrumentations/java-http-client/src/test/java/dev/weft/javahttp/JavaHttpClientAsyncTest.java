// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testkit.HttpClientAsyncContract;
import dev.weft.testkit.HttpClientProfile;
import dev.weft.testkit.HttpClientRequest;
import dev.weft.testkit.HttpTarget;
import dev.weft.testkit.RecordedSpan;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class JavaHttpClientAsyncTest extends HttpClientAsyncContract<HttpRequest> {
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
    try {
      return client.sendAsync(request, BodyHandlers.ofString()).get().statusCode();
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  protected void send(HttpRequest request, BiConsumer<Integer, Throwable> callback) {
    client
        .sendAsync(request, BodyHandlers.ofString(), null)
        .whenComplete(
            (response, failure) ->
                callback.accept(response == null ? null : response.statusCode(), failure));
  }

  @Test
  void future_ofCall_isTheClientsOwnKind() throws Exception {
    CompletableFuture<HttpResponse<Void>> future =
        client.sendAsync(get(target.uri("/success")), BodyHandlers.discarding());

    assertThat(future.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    assertThat(future.getClass().getPackageName()).startsWith("jdk.internal.net.http");
    assertThatThrownBy(() -> future.obtrudeValue(null))
        .isInstanceOf(UnsupportedOperationException.class);
    onlySpan();
  }

  @Test
  void future_cancelled_endsTheCall() {
    CompletableFuture<HttpResponse<Void>> future =
        client.sendAsync(
            request(
                HttpClientRequest.get(target.uri("/read-timeout"))
                    .withHeader(HttpTarget.REQUEST_ID, "cancelled")),
            BodyHandlers.discarding());
    target.received("cancelled");

    boolean cancelled = future.cancel(true);

    assertThat(cancelled).isTrue();
    assertThat(future.isCompletedExceptionally()).isTrue();
    RecordedSpan span = onlySpan();
    assertThat(span.attribute("error.type"))
        .isEqualTo("java.util.concurrent.CancellationException");
    assertThat(span.status()).isEqualTo(RecordedSpan.Status.ERROR);
  }

  @Test
  void failure_ofBodyHandler_reachesSpanAndApplication() {
    CompletableFuture<HttpResponse<Void>> future =
        client.sendAsync(
            get(target.uri("/success")),
            head -> {
              throw new IllegalStateException("no body for me");
            });

    assertThatThrownBy(future::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(onlySpan().attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void mistake_ofCaller_failsSpan() {
    HttpRequest request = get(target.uri("/success"));

    assertThatThrownBy(() -> client.sendAsync(request, null))
        .isInstanceOf(NullPointerException.class);

    assertThat(onlySpan().attribute("error.type")).isEqualTo("java.lang.NullPointerException");
  }
}
