// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import com.sun.net.httpserver.HttpExchange;
import dev.weft.testkit.OtlpRequest.Transport;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** OTLP over HTTP with binary protobuf bodies. */
final class OtlpHttpServer implements AutoCloseable {
  private static final String PROTOBUF = "application/x-protobuf";
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int UNSUPPORTED = 415;

  private static final Map<String, Signal> SIGNALS =
      Map.of(
          "/v1/traces",
          new Signal(
              ExportTraceServiceRequest.parser(), ExportTraceServiceResponse.getDefaultInstance()),
          "/v1/metrics",
          new Signal(
              ExportMetricsServiceRequest.parser(),
              ExportMetricsServiceResponse.getDefaultInstance()),
          "/v1/logs",
          new Signal(
              ExportLogsServiceRequest.parser(), ExportLogsServiceResponse.getDefaultInstance()));

  private record Signal(Parser<? extends MessageLite> parser, MessageLite response) {}

  private final Intake intake;
  private final LoopbackHttpServer server;

  OtlpHttpServer(int port, Intake intake) throws IOException {
    this.intake = intake;
    this.server = LoopbackHttpServer.plain(port, this::handle);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    Signal signal = SIGNALS.get(path(exchange));
    if (signal == null) {
      refuse(exchange, NOT_FOUND, sent);
      return;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      refuse(exchange, NOT_ALLOWED, sent);
      return;
    }
    String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    boolean known = encoding == null || encoding.equals("gzip");
    if (!known || !PROTOBUF.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
      refuse(exchange, UNSUPPORTED, sent);
      return;
    }
    MessageLite message;
    try {
      message = signal.parser().parseFrom(encoding == null ? sent : inflated(sent));
    } catch (IOException malformed) {
      refuse(exchange, Intake.BAD_REQUEST, sent);
      return;
    }
    int status = intake.take(Transport.HTTP_PROTOBUF, path(exchange), headers(exchange), message);
    exchange.getResponseHeaders().set("Content-Type", PROTOBUF);
    LoopbackHttpServer.answer(exchange, status, signal.response().toByteArray());
  }

  private void refuse(HttpExchange exchange, int status, byte[] sent) throws IOException {
    intake.note(
        new OtlpRequest(
            Transport.HTTP_PROTOBUF, path(exchange), headers(exchange), sent.length, status));
    LoopbackHttpServer.answer(exchange, status, new byte[0]);
  }

  private static byte[] inflated(byte[] zipped) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return in.readAllBytes();
    }
  }

  private static String path(HttpExchange exchange) {
    return exchange.getRequestURI().getPath();
  }

  private static Map<String, List<String>> headers(HttpExchange exchange) {
    return HeaderFields.copyOf(exchange.getRequestHeaders());
  }
}
