// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Services of AWS that answer what a test tells them to, in order, and 500 after that. */
final class AwsStub implements AutoCloseable {
  static final String JSON = "application/x-amz-json-1.0";
  static final String XML = "text/xml";
  static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

  static {
    // there are several HTTP clients on the class path
    System.setProperty(
        "software.amazon.awssdk.http.service.impl",
        "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  AwsStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Will answer a request with a status and a body. */
  AwsStub answer(int status, String contentType, String body) {
    answers.add(new Answer(status, contentType, body));
    return this;
  }

  /** Returns the requests so far. */
  List<Request> requests() {
    return requests;
  }

  long port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://localhost:" + port();
  }

  /** Points a client to this stub; it retries without waiting. */
  <C, B extends AwsClientBuilder<B, C>> C client(B builder, ExecutionInterceptor... interceptors) {
    return builder
        .endpointOverride(URI.create(url()))
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .overrideConfiguration(
            settings ->
                settings
                    .executionInterceptors(List.of(interceptors))
                    .retryStrategy(
                        retry ->
                            retry
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())))
        .build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    requests.add(
        new Request(
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("X-Amzn-Trace-Id")));
    Answer answer = answers.poll();
    Answer given = answer == null ? new Answer(500, XML, "") : answer;
    byte[] body = given.body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", given.contentType);
    exchange.getResponseHeaders().set("x-amzn-RequestId", "request-1");
    exchange.sendResponseHeaders(given.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** A request as it arrived; the trace header is null if there was none. */
  record Request(String target, String traceHeader) {}

  private record Answer(int status, String contentType, String body) {}
}
