// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RecordedSpan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The request that opens a web socket is a request of the client's own kind. */
class JavaHttpWebSocketTest {
  private static final String KEY = "sec-websocket-key: ";

  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  @Test
  void opening_ofWebSocket_isTraced() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<List<String>> head = new CompletableFuture<>();
      new Thread(() -> accept(server, head), "websocket-server").start();

      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create("ws://localhost:" + server.getLocalPort() + "/"),
                  new WebSocket.Listener() {})
              .get(10, TimeUnit.SECONDS);

      socket.abort();
      RecordedSpan span = agent.telemetry().takeSpan("GET");
      assertThat(span.attribute("http.response.status_code")).isEqualTo(101L);
      assertThat(head.get(10, TimeUnit.SECONDS))
          .anyMatch(line -> line.startsWith("traceparent:") && line.contains(span.spanId()));
    }
  }

  private static void accept(ServerSocket server, CompletableFuture<List<String>> received) {
    try (Socket socket = server.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      List<String> head = new ArrayList<>();
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        head.add(line);
      }
      socket.getOutputStream().write(answer(head).getBytes(StandardCharsets.US_ASCII));
      received.complete(head);
      socket.getInputStream().read();
    } catch (IOException | GeneralSecurityException e) {
      received.completeExceptionally(e);
    }
  }

  private static String answer(List<String> head) throws GeneralSecurityException {
    String key =
        head.stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(KEY))
            .map(line -> line.substring(KEY.length()))
            .findFirst()
            .orElseThrow();
    byte[] seen =
        (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
    byte[] digest = MessageDigest.getInstance("SHA-1").digest(seen);
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: "
        + Base64.getEncoder().encodeToString(digest)
        + "\r\n\r\n";
  }
}
