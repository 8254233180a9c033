// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A process that ends before anything is due to be exported. */
class OneShotUnderAgentTest {

  @Test
  void oneShot_sendsEverythingBeforeTheProcessEnds() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        ReconcilerProcess process = start(receiver)) {

      int exitCode = process.awaitExit();

      assertThat(exitCode).isZero();
      List<RecordedSpan> spans = ReconcilerRun.byStart(receiver.telemetry().spans());
      assertThat(spans).allMatch(RecordedSpan::isRoot);
      assertThat(spans)
          .extracting(RecordedSpan::name)
          .containsExactly(
              "CREATE TABLE scans",
              "CREATE TABLE observations",
              "CREATE TABLE decisions",
              "SELECT scans",
              "Ec2.DescribeInstances",
              "Ec2.DescribeInstances",
              "Rds.DescribeDBInstances",
              "Rds.DescribeDBInstances",
              "S3.ListBuckets",
              "INSERT scans",
              "BATCH INSERT observations",
              "BATCH INSERT decisions",
              "POST",
              "POST",
              "BATCH UPDATE decisions",
              "BATCH");
      assertThat(receiver.telemetry().awaitMetric("db.client.operation.duration").points())
          .isNotEmpty();
    }
  }

  @Test
  void oneShot_printsItsOwnLinesWithoutIds() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        ReconcilerProcess process = start(receiver)) {

      List<String> others = new ArrayList<>(process.stdout());

      assertThat(LogLine.in(others))
          .isNotEmpty()
          .allMatch(line -> (line.traceId() + line.spanId() + line.flags()).isEmpty());
      others.removeIf(LogLine::isOne);
      assertThat(others).hasSize(2);
      assertThat(others.get(0)).startsWith("stub cloud on ");
      assertThat(others.get(1)).startsWith("{\"scanId\":");
      assertThat(process.stderr()).isEmpty();
    }
  }

  private static ReconcilerProcess start(OtlpReceiver receiver) throws Exception {
    return ReconcilerProcess.start(
        Path.of(System.getProperty("java.home")),
        Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint()),
        "--one-shot");
  }
}
