// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.OtlpRequest.Transport;
import dev.weft.testkit.jvm.Jvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/** The image of the Collector with the configuration that is given to a person. */
class ContainerTest {
  static final String IMAGE = "otel/opentelemetry-collector:latest";

  private static final String FOLDER = "/etc/otelcol/";

  @Test
  void telemetry_passesTheContainer() {
    Assumptions.assumeTrue(System.getenv("DOCKER_HOST") != null, "DOCKER_HOST is not set");
    Endpoints endpoints = new Endpoints();
    try (OtlpReceiver receiver = OtlpReceiver.start();
        GenericContainer<?> collector = collector(endpoints, receiver)) {
      collector.start();
      for (Transport transport : Transport.values()) {
        ShopTelemetry telemetry = new ShopTelemetry(receiver);
        Jvm jvm = endpoints.configure(telemetry.jvm(), transport, Security.PLAIN);

        ShopTelemetry.order(jvm);

        telemetry.assertReceived();
      }
    }
  }

  /** Within the host's network, where it reaches the receiver, which is on loopback only. */
  private static GenericContainer<?> collector(Endpoints endpoints, OtlpReceiver receiver) {
    return new GenericContainer<>(IMAGE)
        .withNetworkMode("host")
        .withEnv(endpoints.variables())
        .withEnv("SINK", receiver.httpEndpoint())
        .withCopyFileToContainer(file(Configuration.given()), FOLDER + "config.yaml")
        .withCopyFileToContainer(file(Configuration.own("plain.yaml")), FOLDER + "plain.yaml")
        .withCommand("--config", FOLDER + "config.yaml", "--config", FOLDER + "plain.yaml")
        .waitingFor(Wait.forLogMessage(".*Everything is ready.*\\s", 1));
  }

  private static MountableFile file(Path path) {
    return MountableFile.forHostPath(path, 0644);
  }
}
