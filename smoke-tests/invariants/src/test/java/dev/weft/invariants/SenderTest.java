// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.jvm.ClassLog;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which HTTP client sends, and in what form. */
class SenderTest {
  private static final String SHADED = "dev.weft.shaded.";
  private static final String OURS = "dev.weft.engine.export.http.DirectSender";

  @TempDir Path folder;

  @Test
  void http_isSentWithoutALibrary() {
    ClassLog log = new ClassLog(folder);
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome outcome = served(Shops.sendingTo(receiver).option(log.option()));

      assertThat(outcome.stderr()).isEmpty();
      assertThat(receiver.telemetry().spans()).hasSize(2);
      assertThat(receiver.requests())
          .allMatch(request -> request.header("content-encoding").isEmpty())
          .allMatch(request -> request.header("user-agent").orElse("").startsWith("OTel-"));
      assertThat(log.names()).contains(OURS).noneMatch(SenderTest::isOfALibrary);
    }
  }

  /** The receiver plays the proxy: it does not look at the host that it is asked for. */
  @Test
  void proxyOfTheJvm_isUsed() {
    ClassLog log = new ClassLog(folder);
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      URI proxy = URI.create(receiver.httpEndpoint());
      Jvm jvm =
          Shops.withDatabase()
              .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.invalid:4318")
              .option("-Dhttp.proxyHost=" + proxy.getHost(), "-Dhttp.proxyPort=" + proxy.getPort());

      Outcome outcome = served(jvm.option(log.option()));

      assertThat(outcome.stderr()).isEmpty();
      assertThat(receiver.telemetry().spans()).hasSize(2);
      assertThat(receiver.requests())
          .allMatch(request -> request.header("host").orElse("").equals("collector.invalid:4318"))
          .allMatch(request -> request.header("content-encoding").orElse("").equals("gzip"));
      assertThat(log.names()).doesNotContain(OURS).anyMatch(SenderTest::isOfALibrary);
    }
  }

  private static boolean isOfALibrary(String name) {
    return name.startsWith(SHADED + "okhttp3.")
        || name.startsWith(SHADED + "okio.")
        || name.startsWith(SHADED + "kotlin.")
        || name.startsWith(SHADED + "io.opentelemetry.exporter.sender.");
  }

  private static Outcome served(Jvm jvm) {
    try (Running shop = jvm.start("example.Shop")) {
      return shop.order("GET /orders").end();
    }
  }
}
