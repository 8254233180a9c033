// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands before a port, and keeps what goes there over the wire. */
final class Relay implements AutoCloseable {
  private final ServerSocket server;
  private final int port;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private Relay(ServerSocket server, int port) {
    this.server = server;
    this.port = port;
  }

  static Relay before(int port) {
    try {
      Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
      start(relay::accept);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** Returns what was sent, a character for each byte. */
  synchronized String sent() {
    return sent.toString(StandardCharsets.ISO_8859_1);
  }

  private synchronized void keep(byte[] chunk, int length) {
    sent.write(chunk, 0, length);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket target = new Socket(InetAddress.getLoopbackAddress(), port);
        start(() -> pass(client, target, true));
        start(() -> pass(target, client, false));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket from, Socket to, boolean kept) {
    byte[] chunk = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        if (kept) {
          keep(chunk, n);
        }
        out.write(chunk, 0, n);
      }
    } catch (IOException closed) {
      // by one of the two, who has heard enough
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
