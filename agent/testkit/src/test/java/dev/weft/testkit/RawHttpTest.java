// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RawHttpTest {
  @Test
  void send_mixedCaseHeader_goesOutAsWritten() throws Exception {
    try (Script server = new Script("HTTP/1.1 204 No Content\r\nX-Reply: a\r\n\r\n", 1)) {
      RawRequest request = RawRequest.post("/a?b=c", "tea").header("TraceParent", "00-x");

      RawResponse response = RawHttp.send(server.port(), request);

      assertThat(response.status()).isEqualTo(204);
      assertThat(response.header("x-reply")).contains("a");
      assertThat(response.headers().keySet()).containsExactly("X-Reply");
      assertThat(server.heard())
          .isEqualTo(
              "POST /a?b=c HTTP/1.1\r\nHost: localhost:%d\r\nTraceParent: 00-x\r\n"
                      .formatted(server.port())
                  + "Content-Length: 3\r\n\r\n");
    }
  }

  @Test
  void pipeline_twoRequests_sendsBothBeforeTheFirstAnswer() throws Exception {
    String answers =
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none"
            + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "2\r\ntw\r\n1;x=y\r\no\r\n0\r\n\r\n";
    try (Script server = new Script(answers, 2);
        RawHttp connection = RawHttp.connect(server.port())) {

      List<RawResponse> responses =
          connection.pipeline(RawRequest.get("/one"), RawRequest.get("/two"));

      assertThat(responses).extracting(RawResponse::body).containsExactly("one", "two");
      assertThat(server.heard()).contains("GET /one ").contains("GET /two ");
    }
  }

  @Test
  void send_bodyWithoutLength_readsToTheEnd() throws Exception {
    try (Script server = new Script("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 200 OK\r\n\r\nall", 1)) {
      RawResponse response = RawHttp.send(server.port(), RawRequest.get("/"));

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("all");
    }
  }

  @Test
  void send_answerCutOff_throws() throws Exception {
    try (Script server = new Script("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", 1)) {
      assertThatThrownBy(() -> RawHttp.send(server.port(), RawRequest.get("/")))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("closed after 5 of 9");
    }
  }

  @Test
  void send_twiceOnOneConnection_keepsItAlive() {
    try (HttpTarget target = HttpTarget.start();
        RawHttp connection = RawHttp.connect(target.port())) {
      RawResponse first = connection.send(RawRequest.get("/success"));
      RawResponse second = connection.send(RawRequest.get("/error"));

      assertThat(first.body()).isEqualTo("success");
      assertThat(second.status()).isEqualTo(500);
      assertThat(target.received()).hasSize(2);
    }
  }

  /** Hears some request heads, then says what it was told to say and hangs up. */
  private static final class Script implements AutoCloseable {
    private final ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    private final CompletableFuture<String> heard = new CompletableFuture<>();

    Script(String answer, int requests) throws IOException {
      Thread thread = new Thread(() -> perform(answer, requests), "script");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    String heard() {
      return heard.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }

    private void perform(String answer, int requests) {
      try (Socket connection = socket.accept()) {
        InputStream in = connection.getInputStream();
        StringBuilder text = new StringBuilder();
        while (text.toString().split("\r\n\r\n", -1).length <= requests) {
          text.append((char) in.read());
        }
        heard.complete(text.toString());
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        connection.shutdownOutput();
        in.transferTo(OutputStream.nullOutputStream()); // or unread bytes would reset it
      } catch (IOException e) {
        heard.completeExceptionally(e);
      }
    }
  }
}
