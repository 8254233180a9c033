// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.engine.export.http.Receiver.Received;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and over which connection. */
class DirectSenderTest {
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final Receiver receiver = Receiver.start();
  private final Sending sending = new Sending(receiver.endpoint("http", "/v1/traces?a=b"));

  @AfterEach
  void close() throws IOException {
    receiver.close();
  }

  @Test
  void request_isWhatTheSdkAsksFor() {
    receiver.answers(OK);
    sending.header("User-Agent", "weft").header("x-key", "one", "two");

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);

    Received request = receiver.requests().get(0);
    assertThat(request.line()).isEqualTo("POST /v1/traces?a=b HTTP/1.1");
    assertThat(request.body()).isEqualTo(Sending.body(5));
    assertThat(request.headers())
        .containsEntry("Content-Length", "5")
        .containsEntry("Content-Type", "application/x-protobuf")
        .containsEntry("User-Agent", "weft")
        .containsEntry("x-key", "one, two")
        .containsEntry("Host", receiver.endpoint("http", "").getAuthority())
        .doesNotContainKeys("Content-Encoding", "Transfer-Encoding", "Expect");
  }

  @Test
  void compressedRequest_hasItsLength() throws IOException {
    receiver.answers(OK);

    sending.zipped().send(100_000);

    Received request = receiver.requests().get(0);
    byte[] sent = new GZIPInputStream(new ByteArrayInputStream(request.body())).readAllBytes();
    assertThat(sent).isEqualTo(Sending.body(100_000));
    assertThat(request.body()).hasSizeLessThan(10_000);
    assertThat(request.headers()).containsEntry("Content-Encoding", "gzip");
  }

  @Test
  void hostOfTheUser_isSentOnce() {
    receiver.answers(OK);

    sending.header("host", "tenant.example").header("content-length", "7").answer();

    assertThat(receiver.requests().get(0).headers())
        .containsEntry("Host", "tenant.example")
        .containsEntry("Content-Length", "5");
  }

  @Test
  void unsendableHeader_isRefusedAndNotShown() {
    sending.header("authorization", "s3cret\r\nx: y");

    assertThatThrownBy(sending::sender)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("authorization")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void connection_isKept() {
    receiver.answers(OK).answers(OK).answers(OK);

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);
    assertThat(sending.send(1_000_000)).isInstanceOf(Answer.class);
    assertThat(sending.answer().getResponseBody()).asString().isEqualTo("ok");

    assertThat(receiver.connections()).isEqualTo(1);
    assertThat(receiver.requests()).hasSize(3);
    assertThat(receiver.requests().get(1).body()).isEqualTo(Sending.body(1_000_000));
  }

  @Test
  void connectionThatTheReceiverLeft_isReplacedAtOnce() {
    receiver.lastlyAnswers(OK).answers(OK);

    sending.answer();

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);
    assertThat(receiver.connections()).isEqualTo(2);
  }

  @Test
  void connectionThatEndsUnderARequest_isReplacedOnce() {
    receiver.answers(OK).lastlyAnswers("").lastlyAnswers("").answers(OK);
    sending.answer();

    assertThat(sending.failure()).hasMessageContaining("ended before an answer");

    assertThat(receiver.connections()).isEqualTo(2);
    assertThat(receiver.requests()).hasSize(3);
  }

  @Test
  void connection_isNotKeptAfterWhatWasNotAskedFor() {
    receiver.answers(OK + OK).answers(OK);
    sending.answer();

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);

    assertThat(receiver.connections()).isEqualTo(2);
  }

  @Test
  void nobodyThere_isSaid() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    IOException failure = new Sending(URI.create("http://user:pw@localhost:" + port)).failure();

    assertThat(failure.toString())
        .contains("ConnectException", "localhost:" + port)
        .containsIgnoringCase("refused")
        .doesNotContain("pw");
  }

  @Test
  void unknownHost_isSaid() {
    IOException failure = new Sending(URI.create("http://no_such.invalid:4318")).failure();

    assertThat(failure.toString()).contains("UnknownHostException", "no_such.invalid");
  }

  @Test
  void redirection_isNotFollowed() {
    String elsewhere = receiver.endpoint("http", "/elsewhere").toString();
    receiver.answers("HTTP/1.1 307 Go\r\nLocation: " + elsewhere + "\r\nContent-Length: 0\r\n\r\n");

    assertThat(sending.answer().getStatusCode()).isEqualTo(307);

    assertThat(receiver.requests()).hasSize(1);
  }

  @Test
  void interrupt_doesNotKeepItFromSending() {
    receiver.answers(OK).answers(OK);
    Thread.currentThread().interrupt();

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);
    assertThat(sending.answer().getStatusCode()).isEqualTo(200);
  }
}
