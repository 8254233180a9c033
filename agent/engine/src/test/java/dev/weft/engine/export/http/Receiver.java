// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers byte by byte what a test has written down, one connection at a time. */
final class Receiver implements AutoCloseable {
  /** What happens on a connection once a request was read; false hangs up. */
  interface Reaction {
    boolean on(Socket client) throws Exception;
  }

  /** A request as it came. */
  record Received(String line, Map<String, String> headers, byte[] body) {}

  private final ServerSocket server;
  private final BlockingQueue<Reaction> reactions = new LinkedBlockingQueue<>();
  private final List<Received> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean headsOnly;
  private volatile Socket current;

  private Receiver(ServerSocket server) {
    this.server = server;
  }

  static Receiver start() {
    try {
      return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Receiver start(ServerSocket server) {
    Receiver receiver = new Receiver(server);
    Thread thread = new Thread(receiver::accept, "receiver");
    thread.setDaemon(true);
    thread.start();
    return receiver;
  }

  URI endpoint(String scheme, String path) {
    return URI.create(scheme + "://localhost:" + server.getLocalPort() + path);
  }

  /** Answers the next request with these bytes. */
  Receiver answers(String text) {
    return reacts(
        client -> {
          write(client, text);
          return true;
        });
  }

  /** Answers the next request with these bytes, and hangs up. */
  Receiver lastlyAnswers(String text) {
    return reacts(
        client -> {
          write(client, text);
          return false;
        });
  }

  /** Answers nothing for as long as it runs. */
  Receiver isSilent() {
    return reacts(
        client -> {
          closed.await();
          return false;
        });
  }

  /** Leaves the bodies of requests unread. */
  Receiver readsHeadsOnly() {
    headsOnly = true;
    return this;
  }

  Receiver reacts(Reaction reaction) {
    reactions.add(reaction);
    return this;
  }

  static void write(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  List<Received> requests() {
    return requests;
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        connections.incrementAndGet();
        current = client;
        serve(client);
      } catch (Exception e) {
        // the client's end of it is what a test looks at
      }
    }
  }

  private void serve(Socket client) throws Exception {
    InputStream in = new BufferedInputStream(client.getInputStream());
    boolean more = true;
    while (more) {
      Received request = read(in);
      if (request == null) {
        return;
      }
      requests.add(request);
      more = reactions.take().on(client);
    }
  }

  private Received read(InputStream in) throws IOException {
    String line = line(in);
    if (line == null) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.merge(
          header.substring(0, colon), header.substring(colon + 1).trim(), (a, b) -> a + ", " + b);
    }
    byte[] body = in.readNBytes(headsOnly ? 0 : Integer.parseInt(headers.get("Content-Length")));
    return new Received(line, headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return null;
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    if (current != null) {
      current.close();
    }
  }
}
