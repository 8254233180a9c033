// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.config.OtlpSettings;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells one of the SDK's OTLP builders, which have no common type, where and how to send. */
final class OtlpConnection {
  private OtlpConnection() {}

  /**
   * Tells it.
   *
   * @param limitMillis how long the export thread waits, 0 for any time; sending does not go on
   *     behind its back
   */
  static void apply(
      OtlpSettings settings,
      long limitMillis,
      Consumer<String> endpoint,
      Consumer<String> compression,
      Consumer<Duration> timeout,
      BiConsumer<String, String> header,
      Consumer<byte[]> trusted,
      BiConsumer<byte[], byte[]> client,
      Consumer<@Nullable RetryPolicy> retry) {
    PemFiles pem = new PemFiles(settings);
    endpoint.accept(settings.endpoint());
    if (!settings.compression().equals("none")) {
      compression.accept(settings.compression());
    }
    long millis =
        Math.min(
            Pipeline.unlimitedIfZero(settings.timeoutMillis()),
            Pipeline.unlimitedIfZero(limitMillis));
    timeout.accept(Duration.ofMillis(millis == Long.MAX_VALUE ? 0 : millis));
    settings.headers().forEach(header);
    pem.trusted(trusted);
    pem.client(client);
    if (!settings.retries()) {
      retry.accept(null);
    }
  }
}
