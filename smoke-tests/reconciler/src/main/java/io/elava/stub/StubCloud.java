// SPDX-License-Identifier: Apache-2.0
package io.elava.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.elava.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A cloud and a webhook sink on the loopback interface, for demonstrations and tests. It speaks as
 * much of AWS as {@code AwsProvider} needs. In the small world the first scan sees one state, all
 * later scans another one, and the first RDS call is throttled; {@link Estate} is the other world.
 * {@code GET /stub/requests} shows the webhook requests with their headers, {@code GET /stub/calls}
 * the AWS calls.
 */
public final class StubCloud implements AutoCloseable {
  private static final int OK = 200;

  private final RecordedRequests webhooks = new RecordedRequests();
  private final RecordedRequests calls = new RecordedRequests();
  private final AtomicInteger messages = new AtomicInteger();
  private final StubService aws;
  private final int webhookStatus;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "stub-cloud");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpServer server;

  private StubCloud(HttpServer server, StubService aws, int webhookStatus) {
    this.server = server;
    this.webhookStatus = webhookStatus;
    this.aws = aws;
    server.createContext("/", this::cloud);
    server.createContext("/webhook/", this::webhook);
    server.createContext("/stub/requests", exchange -> show(exchange, webhooks.list()));
    server.createContext("/stub/calls", exchange -> show(exchange, calls.list()));
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts the stub.
   *
   * @param port 0 for any free port
   */
  public static StubCloud start(int port) {
    return start(port, new StubAws(false), OK);
  }

  /**
   * Starts the stub.
   *
   * @param port 0 for any free port
   * @param world {@code small} or {@code estate}
   * @param webhookStatus what webhooks are answered
   */
  public static StubCloud start(int port, String world, int webhookStatus) {
    boolean estate = "estate".equals(world);
    return start(port, estate ? new EstateAws() : new StubAws(false), webhookStatus);
  }

  /** As {@link #start(int)}, with its two worlds taking turns: each scan finds changes. */
  public static StubCloud startRestless(int port) {
    return start(port, new StubAws(true), OK);
  }

  private static StubCloud start(int port, StubService aws, int webhookStatus) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    // Without this each answer waits 40 ms for a delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return new StubCloud(HttpServer.create(address, 0), aws, webhookStatus);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where AWS calls go. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Where webhooks go; a channel name follows. */
  public URI webhooks() {
    return endpoint().resolve("/webhook");
  }

  /** The webhook requests so far; each has {@code path}, {@code headers} and {@code body}. */
  public List<Map<String, Object>> webhookRequests() {
    return webhooks.list();
  }

  /** The AWS calls so far; each has {@code operation}, {@code status} and {@code headers}. */
  public List<Map<String, Object>> awsCalls() {
    return calls.list();
  }

  private void cloud(HttpExchange exchange) throws IOException {
    StubAnswer answer =
        aws.answer(
            exchange.getRequestMethod(), exchange.getRequestURI(), Form.parameters(body(exchange)));
    calls.add(exchange, Map.of("operation", answer.operation(), "status", answer.status()));
    respond(exchange, answer.status(), "text/xml", answer.body());
  }

  private void webhook(HttpExchange exchange) throws IOException {
    webhooks.add(exchange, Map.of("body", body(exchange)));
    exchange.getResponseHeaders().set("X-Message-Id", "msg-" + messages.incrementAndGet());
    respond(exchange, webhookStatus, "application/json", "{\"ok\":" + (webhookStatus == OK) + "}");
  }

  private static void show(HttpExchange exchange, List<Map<String, Object>> requests)
      throws IOException {
    respond(exchange, 200, "application/json", Json.write(requests));
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void respond(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
