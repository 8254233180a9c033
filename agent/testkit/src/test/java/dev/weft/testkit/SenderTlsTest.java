// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.export.http.Senders;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The engine's own sender over TLS; here, since here are certificates to try it with. */
class SenderTlsTest {
  private static final LoopbackCertificate CERTIFICATE = LoopbackCertificate.get();
  private static final int LARGE = 50_000_000;

  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private SSLServerSocket server;
  private volatile boolean deaf;

  @BeforeEach
  void start() throws IOException {
    server =
        (SSLServerSocket)
            CERTIFICATE.serverContext().getServerSocketFactory().createServerSocket(0);
    Thread thread = new Thread(this::accept, "tls-receiver");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws IOException {
    closed.countDown();
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        serve(client);
      } catch (IOException | InterruptedException e) {
        // what the client says of it is looked at
      }
    }
  }

  private void serve(Socket client) throws IOException, InterruptedException {
    InputStream in = new BufferedInputStream(client.getInputStream());
    int length = 0;
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c != '\n') {
        line.append((char) c);
        continue;
      }
      String text = line.toString().strip();
      line.setLength(0);
      if (text.startsWith("POST ")) {
        connections.incrementAndGet();
      }
      if (text.startsWith("Content-Length: ")) {
        length = Integer.parseInt(text.substring("Content-Length: ".length()));
      }
      if (text.isEmpty()) {
        if (deaf) {
          closed.await();
        }
        in.readNBytes(length);
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private OtlpHttpSpanExporterBuilder exporter(String host) {
    return OtlpHttpSpanExporter.builder()
        .setComponentLoader(new Senders().loader(""))
        .setRetryPolicy(null)
        .setEndpoint("https://" + host + ":" + server.getLocalPort() + "/v1/traces");
  }

  private static OtlpHttpSpanExporterBuilder trusting(OtlpHttpSpanExporterBuilder builder) {
    return builder.setSslContext(CERTIFICATE.clientContext(), CERTIFICATE.trustManager());
  }

  private static CompletableResultCode sent(OtlpHttpSpanExporterBuilder builder, int size) {
    try (OtlpHttpSpanExporter exporter = builder.build()) {
      return exporter.export(spans(size)).join(20, TimeUnit.SECONDS);
    }
  }

  private static List<SpanData> spans(int size) {
    List<SpanData> ended = new ArrayList<>();
    try (SdkTracerProvider tracers =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new Kept(ended)))
            .build()) {
      tracers.get("tls").spanBuilder("x".repeat(size)).startSpan().end();
    }
    return ended;
  }

  @Test
  void trustedReceiver_isSentTo() {
    assertThat(sent(trusting(exporter("localhost")), 10).isSuccess()).isTrue();
    assertThat(sent(trusting(exporter("127.0.0.1")), 1_000_000).isSuccess()).isTrue();

    assertThat(connections).hasValue(2);
  }

  @Test
  void unknownReceiver_isNotSentTo() {
    CompletableResultCode result = sent(exporter("localhost"), 10);

    assertThat(result.getFailureThrowable()).rootCause().hasMessageContaining("unable to find");
    assertThat(result.getFailureThrowable().getCause())
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("PKIX path");
    assertThat(connections).hasValue(0);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the machine has one such address")
  void receiverOfAnotherName_isNotSentTo() {
    CompletableResultCode result = sent(trusting(exporter("127.0.0.2")), 10);

    assertThat(result.getFailureThrowable().getCause()).hasMessageContaining("127.0.0.2");
    assertThat(connections).hasValue(0);
  }

  @Test
  void receiverThatDoesNotRead_endsInTime() {
    deaf = true;

    CompletableResultCode result =
        sent(trusting(exporter("localhost")).setTimeout(Duration.ofSeconds(1)), LARGE);

    assertThat(result.getFailureThrowable()).hasMessageContaining("no answer within 1000 ms");
  }

  /** Keeps what ends. */
  private record Kept(List<SpanData> ended) implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      ended.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
