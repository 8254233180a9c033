// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import static dev.weft.engine.export.http.DirectSenderTest.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.export.HttpResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which an answer can come, and can fail to. */
class AnswersTest {
  private final Receiver receiver = Receiver.start();
  private final Sending sending = new Sending(receiver.endpoint("http", ""));

  @AfterEach
  void close() throws IOException {
    receiver.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 OK^Content-Length: 3^^abc | abc | 1",
        "200 OK^transfer-encoding: chunked^^2^ab^1;x=y^c^0^^ | abc | 1",
        "200 OK^Transfer-Encoding: gzip, chunked^^3^abc^0^trailer: x^^ | abc | 1",
        "200^content-length:0^^ | '' | 1",
        "204 No Content^^ | '' | 1",
        "200 OK^Content-Length: 3^Content-Length: 3^no colon^^abc | abc | 1",
        "200 OK^Connection: close^Content-Length: 3^^abc | abc | 2",
        "200 OK^Content-Length: 3^Transfer-Encoding: chunked^^3^abc^0^^ | abc | 2",
      })
  void answer_isRead(String text, String body, int connections) {
    receiver.answers(lines(text)).answers(OK);

    HttpResponse answer = sending.answer();

    assertThat(answer.getStatusCode()).isBetween(200, 204);
    assertThat(new String(answer.getResponseBody(), StandardCharsets.UTF_8)).isEqualTo(body);
    sending.answer();
    assertThat(receiver.connections()).isEqualTo(connections);
  }

  private static String lines(String text) {
    return "HTTP/1.1 " + text.replace("^", "\r\n");
  }

  @Test
  void answerUntilTheEnd_isRead() {
    receiver.lastlyAnswers("HTTP/1.1 400 Not like this\r\n\r\nbecause").answers(OK);

    HttpResponse answer = sending.answer();

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getStatusMessage()).isEqualTo("Not like this");
    assertThat(sending.answer().getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"'',2", "'Connection: Keep-Alive\r\n',1"})
  void oldVersion_keepsTheConnectionIfItSaysSo(String header, int connections) {
    receiver.answers("HTTP/1.0 200 OK\r\n" + header + "Content-Length: 0\r\n\r\n").answers(OK);

    sending.answer();
    sending.answer();

    assertThat(receiver.connections()).isEqualTo(connections);
  }

  @Test
  void whatComesBeforeTheAnswer_isPassedOver() {
    receiver.answers("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\n" + OK);

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);
  }

  /** It hangs up over what it has not read, which resets the connection. */
  @Test
  void refusalOfARequestNotReadToItsEnd_isHeard() {
    receiver.readsHeadsOnly().lastlyAnswers("HTTP/1.1 413 Too long\r\nContent-Length: 0\r\n\r\n");

    Object outcome = sending.send(20_000_000);

    assertThat(outcome).isInstanceOf(Answer.class);
    assertThat(((Answer) outcome).getStatusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 10\r\n\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n",
      })
  void halfABody_costsTheConnectionOnly(String rest) {
    receiver.lastlyAnswers("HTTP/1.1 200 OK\r\n" + rest).answers(OK);

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);
    assertThat(receiver.connections()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nContent-Le"})
  void halfAHead_isNoAnswer(String text) {
    receiver.lastlyAnswers(text);

    assertThat(sending.failure()).isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0015\u0003\u0003\u0000\u0002\u0002\n",
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 20\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      })
  void garbage_isNoAnswerAndNotAskedForAgain(String text) {
    receiver.answers(text);

    assertThat(sending.retrying(Sending.POLICY).failure()).isInstanceOf(ProtocolException.class);

    assertThat(receiver.requests()).hasSize(1);
  }

  @Test
  void endlessHeaders_areGivenUp() {
    receiver.answers("HTTP/1.1 200 OK\r\n" + "x: y\r\n".repeat(100_000));

    assertThat(sending.failure()).hasMessageContaining("too long");
  }

  @Test
  void longBody_isCut() {
    String body = "x".repeat(50_000);
    receiver.answers("HTTP/1.1 500 No\r\nContent-Length: 50000\r\n\r\n" + body).answers(OK);

    assertThat(sending.answer().getResponseBody()).hasSize(1000);

    assertThat(sending.answer().getStatusCode()).isEqualTo(200);
    assertThat(receiver.connections()).isEqualTo(2);
  }
}
