// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import static dev.weft.engine.export.http.DirectSenderTest.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long an answer is waited for, and when a request is sent again. */
class PatienceTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String LATER = "HTTP/1.1 503 Later\r\nContent-Length: 0\r\n";

  private final Receiver receiver = Receiver.start();
  private final Sending sending =
      new Sending(receiver.endpoint("http", "")).retrying(Sending.POLICY);

  @AfterEach
  void close() throws IOException {
    receiver.close();
  }

  @Test
  void silence_endsInTime() {
    receiver.isSilent();
    sending.within(SHORT);

    IOException failure = assertTimeoutPreemptively(LONG, sending::failure);

    assertThat(failure)
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("no answer within 300 ms");
    assertThat(receiver.requests()).hasSize(1);
  }

  @Test
  void answerByDrops_endsInTime() {
    receiver.reacts(
        client -> {
          while (true) {
            Receiver.write(client, "HTTP/1.1 100 Continue\r\n\r\n");
            LockSupport.parkNanos(20_000_000);
          }
        });
    sending.within(SHORT);

    IOException failure = assertTimeoutPreemptively(LONG, sending::failure);

    assertThat(failure).isInstanceOf(InterruptedIOException.class);
  }

  /** The kernel takes some of it, so it has to be much. */
  @Test
  void receiverThatDoesNotRead_endsInTime() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI endpoint = URI.create("http://localhost:" + deaf.getLocalPort());
      Sending large = new Sending(endpoint).within(SHORT);

      Object failure = assertTimeoutPreemptively(LONG, () -> large.send(100_000_000));

      assertThat(failure).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void passingRefusal_isAskedAgain(int status) {
    receiver.answers("HTTP/1.1 " + status + " Later\r\nContent-Length: 0\r\n\r\n").answers(OK);

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);

    assertThat(receiver.requests()).hasSize(2);
    assertThat(receiver.requests().get(1).body()).isEqualTo(Sending.body(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 413, 500, 501})
  void lastingRefusal_isNotAskedAgain(int status) {
    receiver.answers("HTTP/1.1 " + status + " Never\r\nContent-Length: 0\r\n\r\n").answers(OK);

    assertThat(sending.answer().getStatusCode()).isEqualTo(status);

    assertThat(receiver.requests()).hasSize(1);
  }

  @Test
  void connectionThatEnds_isAskedAgain() {
    receiver.lastlyAnswers("").lastlyAnswers("HTTP/1.1 2").answers(OK);

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);

    assertThat(receiver.requests()).hasSize(3);
  }

  @Test
  void attempts_areBounded() {
    for (int i = 0; i < 10; i++) {
      receiver.answers(LATER + "\r\n");
    }

    assertThat(sending.answer().getStatusCode()).isEqualTo(503);

    assertThat(receiver.requests()).hasSize(3);
  }

  @Test
  void withoutPolicy_nothingIsAskedAgain() {
    receiver.answers(LATER + "\r\n");

    assertThat(sending.retrying(null).answer().getStatusCode()).isEqualTo(503);

    assertThat(receiver.requests()).hasSize(1);
  }

  @Test
  void retryAfter_decidesHowLongIsWaited() {
    receiver.answers(LATER + "Retry-After: 1\r\n\r\n").answers(OK);
    long start = System.nanoTime();

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);

    assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
  }

  @Test
  void retryAfter_canBeADate() {
    ZonedDateTime past = ZonedDateTime.now(ZoneOffset.UTC).minusHours(1);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(past);
    receiver.answers(LATER + "Retry-After: " + date + "\r\n\r\n");
    receiver.answers(LATER + "Retry-After: soon\r\n\r\n").answers(OK);

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);
  }

  /** What cannot succeed in time fails at once, and for the reason that it has. */
  @Test
  void retryAfterTheDeadline_isNotWaitedFor() {
    receiver.answers(LATER + "Retry-After: 3600\r\n\r\n");
    sending.within(Duration.ofSeconds(60));

    int status = assertTimeoutPreemptively(LONG, () -> sending.answer().getStatusCode());

    assertThat(status).isEqualTo(503);
  }

  @Test
  void shutdown_endsAWait() {
    RetryPolicy slow =
        Sending.POLICY.toBuilder()
            .setInitialBackoff(Duration.ofSeconds(50))
            .setMaxBackoff(Duration.ofSeconds(50))
            .build();
    receiver.answers(LATER + "\r\n");
    sending.within(Duration.ofMinutes(5)).retrying(slow).sender();
    CompletableFuture<Object> outcome = CompletableFuture.supplyAsync(() -> sending.send(5));
    await(() -> receiver.requests().size() == 1);

    sending.sender().shutdown();

    assertThat(assertTimeoutPreemptively(LONG, outcome::join)).isNotNull();
  }

  @Test
  void shutdown_endsARequest() {
    receiver.isSilent();
    sending.within(Duration.ofMinutes(5)).sender();
    CompletableFuture<Object> outcome = CompletableFuture.supplyAsync(sending::failure);
    await(() -> receiver.requests().size() == 1);

    sending.sender().shutdown();

    assertThat(assertTimeoutPreemptively(LONG, outcome::join)).isInstanceOf(IOException.class);
    assertThat(receiver.requests()).hasSize(1);
  }

  private static void await(BooleanSupplier expected) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!expected.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
