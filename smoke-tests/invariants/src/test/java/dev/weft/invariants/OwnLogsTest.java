// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.weft.testkit.LoopbackCertificate;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent makes the JDK log is nothing that the application has logged. */
class OwnLogsTest {
  private static final LoopbackCertificate CERTIFICATE = LoopbackCertificate.get();

  @TempDir Path folder;

  @Test
  void handshakeOfAnExport_isNoLogRecord() throws Exception {
    Path logging = folder.resolve("logging.properties");
    Files.writeString(logging, "jdk.event.security.level=FINE\n");
    CountDownLatch exported = new CountDownLatch(1);
    HttpsServer receiver = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
    receiver.setHttpsConfigurator(new HttpsConfigurator(CERTIFICATE.serverContext()));
    receiver.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
          exported.countDown();
        });
    receiver.start();
    String endpoint = "https://localhost:" + receiver.getAddress().getPort();
    try (Running shop =
        Shops.withDatabase()
            .option("-Djava.util.logging.config.file=" + logging)
            .env("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
            .env("OTEL_EXPORTER_OTLP_CERTIFICATE", pem().toString())
            .env("OTEL_BSP_SCHEDULE_DELAY", "10", "OTEL_LOGS_EXPORTER", "console")
            .start("example.Shop")) {
      shop.order("GET /orders");
      assertThat(exported.await(30, TimeUnit.SECONDS)).isTrue();

      Outcome outcome = shop.end();

      assertThat(outcome.stdout() + outcome.stderr()).doesNotContain("jdk.event.security");
      assertThat(outcome.exitCode()).isZero();
    } finally {
      receiver.stop(0);
    }
  }

  private Path pem() throws Exception {
    byte[] certificate = CERTIFICATE.trustManager().getAcceptedIssuers()[0].getEncoded();
    return Files.writeString(
        folder.resolve("receiver.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n");
  }
}
