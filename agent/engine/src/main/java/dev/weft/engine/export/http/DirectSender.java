// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends over HTTP/1.1 on the thread that calls it, which waits for the answer. It starts no thread,
 * follows no redirection, and asks the application's defaults for nothing.
 */
final class DirectSender implements HttpSender {
  private final Line line;
  private final String head;
  private final @Nullable Compressor compressor;
  private final long timeoutNanos;
  private final long longestBody;
  private final Retry retry;
  private volatile @Nullable Deadline deadline;
  private volatile boolean shutDown;

  /**
   * Creates one.
   *
   * @throws IllegalArgumentException if a header cannot be sent
   */
  DirectSender(Target target, Line line, HttpSenderConfig config) {
    this.line = line;
    this.compressor = config.getCompressor();
    this.head = RequestHead.of(target, config);
    this.timeoutNanos = nanos(config.getTimeout());
    this.longestBody = config.getMaxResponseBodySize();
    this.retry = new Retry(config.getRetryPolicy());
  }

  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException centuries) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public void send(
      MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
    Deadline deadline = Deadline.in(timeoutNanos);
    this.deadline = deadline;
    if (shutDown) {
      deadline.cancel();
    }
    Answer answer;
    try {
      answer = answer(new Request(head, message, compressor), deadline);
    } catch (IOException e) {
      onError.accept(e);
      return;
    }
    onResponse.accept(answer);
  }

  private Answer answer(Request request, Deadline deadline) throws IOException {
    for (int attempts = 1; ; attempts++) {
      // an interrupt would close the connection under us, and each one after it
      Thread.interrupted();
      Answer answer;
      try {
        answer = line.ask(request, longestBody, deadline);
      } catch (IOException e) {
        if (retry.isPassing(e) && retry.hasWaited(attempts, "", deadline)) {
          continue;
        }
        throw e;
      }
      if (!retry.isPassing(answer) || !retry.hasWaited(attempts, answer.retryAfter(), deadline)) {
        return answer;
      }
    }
  }

  @Override
  public CompletableResultCode shutdown() {
    shutDown = true;
    Deadline current = deadline;
    if (current != null) {
      current.cancel();
    }
    line.hangUp();
    return CompletableResultCode.ofSuccess();
  }
}
