// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.prometheus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.weft.api.logs.Logs;
import dev.weft.engine.Log;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Answers who asks for metrics, by the JDK's own server. The one class that needs its module: no
 * other may mention it.
 */
final class Scrape implements HttpHandler {
  private static final String OPEN_METRICS = "application/openmetrics-text";

  private final Resource resource;
  private final Supplier<? extends Collection<MetricData>> metrics;
  private boolean failed;

  private Scrape(Resource resource, Supplier<? extends Collection<MetricData>> metrics) {
    this.resource = resource;
    this.metrics = metrics;
  }

  /** Opens the port, and returns its number. */
  static int open(
      String host, int port, Resource resource, Supplier<? extends Collection<MetricData>> metrics)
      throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
    server.createContext("/", new Scrape(resource, metrics));
    server.start();
    return server.getAddress().getPort();
  }

  @Override
  public void handle(HttpExchange exchange) {
    try {
      Logs.ignoreThisThread();
      answer(exchange);
    } catch (IOException gone) {
      // who has asked is not interested any more
    } catch (Throwable thrown) {
      if (!failed && !(thrown instanceof OutOfMemoryError)) {
        failed = true;
        Log.line("no answer for Prometheus: " + Log.cause(thrown));
      }
    } finally {
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    boolean head = method.equals("HEAD");
    if (!head && !method.equals("GET")) {
      exchange.sendResponseHeaders(405, -1);
      return;
    }
    boolean open = header(exchange, "Accept").contains(OPEN_METRICS);
    exchange
        .getResponseHeaders()
        .set(
            "Content-Type",
            open
                ? OPEN_METRICS + "; version=1.0.0; charset=utf-8"
                : "text/plain; version=0.0.4; charset=utf-8");
    byte[] body = Exposition.of(resource, metrics.get(), open).getBytes(StandardCharsets.UTF_8);
    if (header(exchange, "Accept-Encoding").contains("gzip")) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      body = zipped(body);
    }
    exchange.sendResponseHeaders(200, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().get(name));
  }

  private static byte[] zipped(byte[] body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(body.length / 8);
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    }
    return zipped.toByteArray();
  }
}
