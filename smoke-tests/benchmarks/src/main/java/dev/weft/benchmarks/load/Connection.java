// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection to a server on this machine that sends the same request again and again and waits
 * for each answer. It does as little as it can: what the client costs is not to be seen.
 */
final class Connection implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] request;
  private final byte[] answer = new byte[1 << 16];

  Connection(int port, String path) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    in = socket.getInputStream();
    out = socket.getOutputStream();
    String text =
        "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUser-Agent: load\r\n\r\n";
    request = text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends the request and reads the whole answer, which must be a success. */
  void exchange() throws IOException {
    out.write(request);
    int filled = 0;
    int head = -1;
    while (head < 0) {
      int from = Math.max(0, filled - 3);
      filled += read(filled, answer.length - filled);
      head = endOfHead(from, filled);
    }
    if (answer[9] != '2') {
      throw new IOException("answered with " + text(0, filled));
    }
    int left = head + length(head) - filled;
    while (left > 0) {
      left -= read(0, Math.min(left, answer.length));
    }
  }

  private int read(int at, int atMost) throws IOException {
    int read = in.read(answer, at, atMost);
    if (read <= 0) {
      throw new EOFException("the server has closed the connection");
    }
    return read;
  }

  private int endOfHead(int from, int filled) {
    for (int i = from; i + 3 < filled; i++) {
      if (answer[i] == '\r' && answer[i + 2] == '\r' && answer[i + 3] == '\n') {
        return i + 4;
      }
    }
    return -1;
  }

  /** Reads the length of the body; an answer that does not give it is not what is expected. */
  private int length(int head) throws IOException {
    int line = 0;
    while (line + LENGTH.length() < head) {
      if (isLength(line)) {
        return number(line + LENGTH.length());
      }
      while (answer[line] != '\n') {
        line++;
      }
      line++;
    }
    throw new IOException("no Content-Length in " + text(0, head));
  }

  private boolean isLength(int at) {
    for (int i = 0; i < LENGTH.length(); i++) {
      byte sent = answer[at + i];
      if ((sent >= 'A' && sent <= 'Z' ? sent + 32 : sent) != LENGTH.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int number(int at) {
    int number = 0;
    for (int i = at; answer[i] != '\r'; i++) {
      number = answer[i] == ' ' ? number : 10 * number + answer[i] - '0';
    }
    return number;
  }

  private String text(int from, int to) {
    return new String(answer, from, to - from, StandardCharsets.ISO_8859_1)
        .lines()
        .findFirst()
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
