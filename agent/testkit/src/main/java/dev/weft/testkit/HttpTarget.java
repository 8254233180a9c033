// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A small HTTP server on loopback for HTTP clients under test. It answers
 *
 * <ul>
 *   <li>{@code /success} with 200 and {@code /client-error}, {@code /error} with 400, 500,
 *   <li>{@code /redirect} with 302 to {@code /success}, {@code /another-redirect} with 302 to
 *       {@code /redirect}, {@code /circular-redirect} with 302 to itself,
 *   <li>{@code /secured} with 401 unless there is an Authorization header,
 *   <li>{@code /long-body} with 200 and {@value #LONG_BODY_CHUNKS} chunks, slowly one by one,
 *   <li>{@code /read-timeout} only when this target is closed,
 *   <li>anything else with 404.
 * </ul>
 *
 * Each request is recorded before it is answered, so that its {@code traceparent} can be checked; a
 * client that sends {@value #REQUEST_ID} can be told from others. All methods may be called from
 * any thread.
 */
public final class HttpTarget implements AutoCloseable {
  /** Header by which tests tell their requests apart. */
  public static final String REQUEST_ID = "test-request-id";

  /** Chunks in the body of {@code /long-body}. */
  public static final int LONG_BODY_CHUNKS = 10;

  /** Bytes in each chunk of {@code /long-body}. */
  public static final int LONG_BODY_CHUNK_SIZE = 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long GAP_MILLIS = 20;

  private final Inbox<ReceivedRequest> received = new Inbox<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final String scheme;
  private final LoopbackHttpServer server;

  private HttpTarget(boolean secure) {
    try {
      this.scheme = secure ? "https" : "http";
      this.server =
          secure
              ? LoopbackHttpServer.secured(LoopbackCertificate.get().serverContext(), this::handle)
              : LoopbackHttpServer.plain(0, this::handle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a target on a free port. */
  public static HttpTarget start() {
    return new HttpTarget(false);
  }

  /** Starts a target on a free port that speaks TLS with the {@link LoopbackCertificate}. */
  public static HttpTarget startHttps() {
    return new HttpTarget(true);
  }

  /** Returns the port in use. */
  public int port() {
    return server.port();
  }

  /** Returns the URL of a path, with {@code localhost} as its host. */
  public URI uri(String path) {
    return URI.create(scheme + "://localhost:" + port() + path);
  }

  /** Returns all requests so far, in order of arrival. */
  public List<ReceivedRequest> received() {
    return received.all();
  }

  /** Waits for requests with the given {@value #REQUEST_ID} and returns all there are so far. */
  public List<ReceivedRequest> received(String requestId) {
    return received.await(
        PATIENCE,
        all -> Optional.of(withId(requestId, all)).filter(found -> !found.isEmpty()),
        all -> "no request with id " + requestId + " among " + all);
  }

  /** Forgets the requests so far. */
  public void clear() {
    received.clear();
  }

  /** Drops open connections. What was received can still be read. */
  @Override
  public void close() {
    closed.countDown();
    server.close();
  }

  private static List<ReceivedRequest> withId(String requestId, List<ReceivedRequest> all) {
    return all.stream()
        .filter(request -> request.header(REQUEST_ID).filter(requestId::equals).isPresent())
        .toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    received.add(
        List.of(
            new ReceivedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                HeaderFields.copyOf(exchange.getRequestHeaders()),
                new String(body, StandardCharsets.UTF_8))));
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/success" -> answer(exchange, 200, "success");
      case "/client-error" -> answer(exchange, 400, "client error");
      case "/error" -> answer(exchange, 500, "error");
      case "/redirect" -> redirect(exchange, "/success");
      case "/another-redirect" -> redirect(exchange, "/redirect");
      case "/circular-redirect" -> redirect(exchange, path);
      case "/secured" -> secured(exchange);
      case "/long-body" -> longBody(exchange);
      case "/read-timeout" -> readTimeout(exchange);
      default -> answer(exchange, 404, "not found");
    }
  }

  private void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", uri(to).toString());
    answer(exchange, 302, "");
  }

  private static void secured(HttpExchange exchange) throws IOException {
    if (exchange.getRequestHeaders().containsKey("Authorization")) {
      answer(exchange, 200, "success");
      return;
    }
    exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
    answer(exchange, 401, "");
  }

  private void longBody(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      for (int i = 0; i < LONG_BODY_CHUNKS && !closedWithin(GAP_MILLIS); i++) {
        body.write(new byte[LONG_BODY_CHUNK_SIZE]);
        body.flush();
      }
    }
    exchange.close();
  }

  private void readTimeout(HttpExchange exchange) {
    if (closedWithin(Long.MAX_VALUE)) {
      exchange.close();
    }
  }

  private boolean closedWithin(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    LoopbackHttpServer.answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }
}
