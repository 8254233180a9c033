// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.OtlpRequest.Transport;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that cannot be used is named, in one line, and nothing is sent without it. */
class UnusableFileTest {
  private static final String TRUSTED = "OTEL_EXPORTER_OTLP_CERTIFICATE";
  private static final String CLIENT = "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE";
  private static final String KEY = "OTEL_EXPORTER_OTLP_CLIENT_KEY";

  private static @TempDir Path folder;
  private static Certificates certificates;

  @BeforeAll
  static void writeFiles() throws IOException {
    certificates = Certificates.in(folder);
    Files.writeString(folder.resolve("empty.pem"), "");
    Files.writeString(folder.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\nno\n");
  }

  @ParameterizedTest
  @MethodSource("files")
  void unusableFile_isNamed(Transport transport, String variable, String file, String named) {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Jvm jvm = new ShopTelemetry(receiver).jvm();
      Security.MUTUAL_TLS.configure(jvm, certificates);
      jvm.env(variable, file.isEmpty() ? "" : certificates.file(file));
      sendTo(receiver, transport, jvm);

      String line = ShopTelemetry.onlyLine(ordered(jvm));

      assertThat(line).contains(named);
      assertThat(receiver.requests()).isEmpty();
    }
  }

  @Test
  void keyInPlaceOfItsFile_isNotShown() {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Jvm jvm = new ShopTelemetry(receiver).jvm();
      Security.MUTUAL_TLS.configure(jvm, certificates);
      jvm.env(KEY, "-----BEGIN PRIVATE KEY----- s3cret -----END PRIVATE KEY-----");
      sendTo(receiver, Transport.GRPC, jvm);

      String line = ShopTelemetry.onlyLine(ordered(jvm));

      assertThat(line).contains(KEY).doesNotContain("s3cret");
    }
  }

  @Test
  void unusableFileForTraces_isCountedAsALoss() {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Jvm jvm = new ShopTelemetry(receiver).jvm();
      sendTo(receiver, Transport.HTTP_PROTOBUF, jvm);
      jvm.env("OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE", certificates.file("gone.pem"));

      ShopTelemetry.onlyLine(ordered(jvm));

      RecordedMetric dropped = receiver.telemetry().awaitMetric("weft.spans.dropped");
      assertThat(dropped.points())
          .singleElement()
          .satisfies(
              point -> {
                assertThat(point.attributes()).containsEntry("reason", "export_failed");
                assertThat(point.requireValue()).isEqualTo(2L);
              });
    }
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(Transport.HTTP_PROTOBUF, TRUSTED, "gone.pem", "gone.pem"),
        Arguments.of(Transport.GRPC, TRUSTED, "empty.pem", "empty.pem"),
        Arguments.of(Transport.HTTP_PROTOBUF, TRUSTED, "text.pem", "text.pem"),
        Arguments.of(Transport.GRPC, CLIENT, "gone.pem", "gone.pem"),
        Arguments.of(Transport.HTTP_PROTOBUF, CLIENT, "text.pem", "text.pem"),
        Arguments.of(Transport.GRPC, KEY, "text.pem", "text.pem"),
        Arguments.of(Transport.HTTP_PROTOBUF, KEY, "", KEY),
        Arguments.of(Transport.HTTP_PROTOBUF, CLIENT, "", CLIENT));
  }

  private static void sendTo(OtlpReceiver receiver, Transport transport, Jvm jvm) {
    boolean grpc = transport == Transport.GRPC;
    jvm.env(
        "OTEL_EXPORTER_OTLP_PROTOCOL",
        grpc ? "grpc" : "http/protobuf",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        grpc ? receiver.grpcEndpoint() : receiver.httpEndpoint());
  }

  private static Outcome ordered(Jvm jvm) {
    try (Running shop = jvm.start("example.Shop")) {
      return shop.order("GET /orders").end();
    }
  }
}
