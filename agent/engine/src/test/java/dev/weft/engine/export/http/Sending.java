// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/** What one sender is told by the SDK, and what comes of sending with it. */
final class Sending implements HttpSenderConfig {
  /** Quick, so that tests are. */
  static final RetryPolicy POLICY =
      RetryPolicy.builder()
          .setMaxAttempts(3)
          .setInitialBackoff(Duration.ofMillis(20))
          .setMaxBackoff(Duration.ofMillis(40))
          .build();

  private final URI endpoint;
  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private Compressor compressor;
  private Duration timeout = Duration.ofSeconds(10);
  private RetryPolicy retry;
  private HttpSender sender;

  Sending(URI endpoint) {
    this.endpoint = endpoint;
  }

  Sending header(String name, String... values) {
    headers.put(name, List.of(values));
    return this;
  }

  Sending within(Duration time) {
    timeout = time;
    return this;
  }

  Sending retrying(RetryPolicy policy) {
    retry = policy;
    return this;
  }

  Sending zipped() {
    compressor =
        new Compressor() {
          @Override
          public String getEncoding() {
            return "gzip";
          }

          @Override
          public OutputStream compress(OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
          }
        };
    return this;
  }

  HttpSender sender() {
    if (sender == null) {
      Target target = new Target(endpoint);
      sender = new DirectSender(target, new Line(target, null, getConnectTimeout()), this);
    }
    return sender;
  }

  /** Sends so many bytes, and returns the answer or the failure. */
  Object send(int size) {
    Object[] outcome = new Object[1];
    sender().send(message(size), answer -> outcome[0] = answer, failure -> outcome[0] = failure);
    return outcome[0];
  }

  HttpResponse answer() {
    return (HttpResponse) send(5);
  }

  IOException failure() {
    return (IOException) send(5);
  }

  private static MessageWriter message(int size) {
    return new MessageWriter() {
      @Override
      public void writeMessage(OutputStream out) throws IOException {
        out.write(body(size));
      }

      @Override
      public int getContentLength() {
        return size;
      }
    };
  }

  static byte[] body(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  @Override
  public URI getEndpoint() {
    return endpoint;
  }

  @Override
  public String getContentType() {
    return "application/x-protobuf";
  }

  @Override
  public Compressor getCompressor() {
    return compressor;
  }

  @Override
  public Duration getTimeout() {
    return timeout;
  }

  @Override
  public Duration getConnectTimeout() {
    return Duration.ofSeconds(10);
  }

  @Override
  public Supplier<Map<String, List<String>>> getHeadersSupplier() {
    return () -> headers;
  }

  @Override
  public ProxyOptions getProxyOptions() {
    return null;
  }

  @Override
  public RetryPolicy getRetryPolicy() {
    return retry;
  }

  @Override
  public SSLContext getSslContext() {
    return null;
  }

  @Override
  public X509TrustManager getTrustManager() {
    return null;
  }

  @Override
  public ExecutorService getExecutorService() {
    return null;
  }

  @Override
  public long getMaxResponseBodySize() {
    return 1000;
  }
}
