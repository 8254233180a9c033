// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An HTTP server that gives the same answer to whatever ends with an empty line. */
final class LoopbackAnswers implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);
  private static final int EMPTY_LINE = 0x0d0a0d0a;

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  private LoopbackAnswers() throws IOException {}

  static LoopbackAnswers start() throws IOException {
    LoopbackAnswers answers = new LoopbackAnswers();
    daemon(answers::accept);
    return answers;
  }

  String address() {
    return "http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        daemon(() -> answer(client));
      }
    } catch (IOException closed) {
      // by close(), or there is nobody to be answered
    }
  }

  private static void answer(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      byte[] buffer = new byte[4096];
      int last = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          last = last << 8 | (buffer[i] & 0xff);
          if (last == EMPTY_LINE) {
            client.getOutputStream().write(ANSWER);
          }
        }
      }
    } catch (IOException gone) {
      // the client has ended
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "answers");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
