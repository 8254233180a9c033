// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * Receives OTLP over HTTP on the loopback interface, and only counts, at little cost: it shares the
 * processors with what is measured. Thread-safe.
 */
public final class Sink implements AutoCloseable {
  private final Counts counts = new Counts();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "sink");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpServer server;

  private Sink(HttpServer server) {
    this.server = server;
    server.createContext("/v1/traces", exchange -> receive(exchange, counts::traces));
    server.createContext("/v1/metrics", exchange -> receive(exchange, counts::metrics));
    server.createContext("/v1/logs", exchange -> receive(exchange, counts::logs));
    server.setExecutor(threads);
    server.start();
  }

  /** Starts one on any free port. */
  public static Sink start() throws IOException {
    // Without this each answer waits 40 ms for a delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    return new Sink(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  /** The value for {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The number of spans so far. */
  public long spans() {
    return counts.spans();
  }

  /** The number of data points so far. */
  public long points() {
    return counts.points();
  }

  /** The number of log records so far. */
  public long logRecords() {
    return counts.logRecords();
  }

  /** What {@code weft.spans.dropped} said last, 0 if it was never sent. */
  public long dropped() {
    return counts.dropped();
  }

  /** Waits until there are so many spans; returns false if there are not in time. */
  public boolean awaitSpans(long wanted, long patienceMillis) throws InterruptedException {
    return counts.awaitSpans(wanted, patienceMillis);
  }

  private static void receive(HttpExchange exchange, Counter counter) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      byte[] sent =
          "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
              ? new GZIPInputStream(body).readAllBytes()
              : body.readAllBytes();
      counter.count(sent);
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private interface Counter {
    void count(byte[] request) throws IOException;
  }
}
