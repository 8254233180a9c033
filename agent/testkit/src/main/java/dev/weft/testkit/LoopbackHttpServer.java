// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** An HTTP server on 127.0.0.1 with one handler for all paths and a thread per busy request. */
final class LoopbackHttpServer implements AutoCloseable {
  static final String HOST = "127.0.0.1";
  private static final int DEFAULT_BACKLOG = 0;
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackHttpServer(HttpServer server, HttpHandler handler) {
    this.server = server;
    this.threads = Executors.newCachedThreadPool(LoopbackHttpServer::daemon);
    server.setExecutor(threads);
    server.createContext("/", handler);
    server.start();
  }

  static LoopbackHttpServer plain(int port, HttpHandler handler) throws IOException {
    return new LoopbackHttpServer(HttpServer.create(address(port), DEFAULT_BACKLOG), handler);
  }

  static LoopbackHttpServer secured(SSLContext tls, HttpHandler handler) throws IOException {
    HttpsServer server = HttpsServer.create(address(0), DEFAULT_BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new LoopbackHttpServer(server, handler);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Drops open connections. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, empty ? NO_BODY : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  /** Always IPv4, so that {@link #HOST} fits whatever the JVM prefers. */
  static InetSocketAddress address(int port) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "testkit-http");
    thread.setDaemon(true);
    return thread;
  }
}
