// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;

/** Takes TLS connections from clients with a known certificate, and passes on what they say. */
final class TlsFront implements AutoCloseable {
  private final SSLServerSocket server;
  private final URI plain;
  private final AtomicInteger connections = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "tls-front");
            thread.setDaemon(true);
            return thread;
          });

  private TlsFront(SSLServerSocket server, URI plain) {
    this.server = server;
    this.plain = plain;
  }

  /** Starts one before a plain HTTP endpoint. */
  static TlsFront before(String endpoint, MutualTls tls) {
    try {
      SSLServerSocket server =
          (SSLServerSocket)
              tls.receiverContext()
                  .getServerSocketFactory()
                  .createServerSocket(0, 0, InetAddress.getLoopbackAddress());
      server.setNeedClientAuth(true);
      TlsFront front = new TlsFront(server, URI.create(endpoint));
      front.threads.execute(front::accept);
      return front;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String endpoint() {
    return "https://localhost:" + server.getLocalPort();
  }

  /** Returns how many connections have been agreed on. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket receiver = new Socket(plain.getHost(), plain.getPort())) {
      InputStream said = client.getInputStream();
      int first = said.read();
      connections.incrementAndGet();
      OutputStream out = receiver.getOutputStream();
      out.write(first);
      threads.execute(() -> pass(receiver, client));
      said.transferTo(out);
    } catch (IOException refused) {
      // the test sees that nothing has come in
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException closed) {
      // by the one who has heard enough
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
