// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the telemetry of HTTP clients has in common that call back when an answer is complete.
 *
 * @param <Q> how the client calls a request that can be sent
 */
public abstract class HttpClientAsyncContract<Q> extends HttpClientContract<Q> {
  /**
   * Sends a request without waiting for the answer.
   *
   * @param callback what the client is to call when the answer is complete, directly: with the
   *     status code, or with a failure
   */
  protected abstract void send(Q request, BiConsumer<Integer, @Nullable Throwable> callback);

  @Test
  void callback_ofCallInsideSpan_worksForThatSpan() throws Exception {
    CompletableFuture<Integer> answer = new CompletableFuture<>();

    agent.inSpan("parent", () -> send(get(target.uri("/success")), inSpan("callback", answer)));

    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    List<RecordedSpan> trace = agent.telemetry().takeTrace(3);
    assertThat(trace).extracting(RecordedSpan::name).containsExactly("parent", "GET", "callback");
    assertThat(trace.get(1).isChildOf(trace.get(0))).isTrue();
    assertThat(trace.get(2).isChildOf(trace.get(0))).isTrue();
  }

  @Test
  void callback_ofCallWithoutSpan_worksForNone() throws Exception {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    URI uri = target.uri("/success");

    send(get(uri), inSpan("callback", answer));

    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    RecordedSpan span = agent.telemetry().takeSpan("GET");
    RecordedSpan callback = agent.telemetry().takeSpan("callback");
    assertThat(callback.isRoot()).isTrue();
    assertThat(callback.traceId()).isNotEqualTo(span.traceId());
    expected(uri).answered(200).check(span);
  }

  @Test
  void callback_ofRefusedCall_worksForCallersSpan() throws Exception {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    URI uri = URI.create("http://localhost:" + unusedPort() + "/");

    agent.inSpan("parent", () -> send(get(uri), inSpan("callback", answer)));

    assertThat(answer).failsWithin(10, TimeUnit.SECONDS);
    List<RecordedSpan> trace = agent.telemetry().takeTrace(3);
    assertThat(trace).extracting(RecordedSpan::name).containsExactly("parent", "GET", "callback");
    assertThat(trace.get(2).isChildOf(trace.get(0))).isTrue();
    expected(uri).failed(profile().refused()).check(trace.get(1));
  }

  @Test
  void send_onceStarted_leavesCallersSpanCurrent() throws Exception {
    CompletableFuture<Integer> answer = new CompletableFuture<>();

    agent.inSpan(
        "parent",
        () -> {
          send(get(target.uri("/long-body")), inSpan("callback", answer));
          agent.inSpan("meanwhile", () -> {});
        });

    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    List<RecordedSpan> trace = agent.telemetry().takeTrace(4);
    assertThat(trace)
        .extracting(RecordedSpan::name)
        .containsExactly("parent", "GET", "meanwhile", "callback");
    assertThat(trace.get(2).isChildOf(trace.get(0))).isTrue();
  }

  private static BiConsumer<Integer, @Nullable Throwable> inSpan(
      String name, CompletableFuture<Integer> answer) {
    return (status, failure) -> {
      try {
        agent.inSpan(name, () -> {});
      } catch (Exception e) {
        answer.completeExceptionally(e);
      }
      if (failure == null) {
        answer.complete(status);
      } else {
        answer.completeExceptionally(failure);
      }
    };
  }
}
