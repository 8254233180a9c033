// SPDX-License-Identifier: Apache-2.0
package dev.weft.jvms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications that end in ways of their own. */
class ExitTest {
  private static final Duration FLUSH = Duration.ofSeconds(2);
  private static final Duration MARGIN = Duration.ofSeconds(3);

  /** What has ended before {@code System.exit} is sent; {@code halt} leaves no time for that. */
  @ParameterizedTest
  @CsvSource({
    "static, 0",
    "main, 0",
    "threads, 0",
    "halt, 0",
    "request, 1",
    "request-halt, 0",
  })
  void exit_isTheSame(String how, int spans) {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome alone = exiting(how).withoutAgent().run("example.Exiting");

      Outcome observed =
          exiting(how)
              .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint())
              .run("example.Exiting");

      assertThat(observed.exitCode()).isEqualTo(alone.exitCode()).isEqualTo(3);
      assertThat(observed.stdout() + observed.stderr()).isEmpty();
      assertThat(receiver.telemetry().spans())
          .hasSize(spans)
          .allMatch(span -> "/before".equals(span.attribute("url.path")));
    }
  }

  private static Jvm exiting(String how) {
    return Shops.jvm().option("-Dexit.how=" + how);
  }

  @Test
  void sigtermWithinRequests_sendsWhatHasEnded() {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running terminating = sendingTo(receiver).start("example.Terminating")) {
      Outcome outcome = terminating.awaitOut("ready").terminate();

      assertThat(outcome.exitCode()).isEqualTo(128 + 15);
      assertThat(outcome.stderr()).isEmpty();
      assertThat(outcome.lastWords()).isLessThan(FLUSH.plus(MARGIN));
      assertThat(receiver.telemetry().spans())
          .extracting(span -> span.attribute("url.path"))
          .containsExactlyInAnyOrder("/ended/0", "/ended/1", "/ended/2", "/ended/3");
      assertThat(receiver.telemetry().metrics())
          .extracting(RecordedMetric::name)
          .contains("http.server.request.duration");
    }
  }

  @Test
  void sigtermWhileRequestsGoOn_sendsAndEnds() {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running terminating = sendingTo(receiver).start("example.Terminating", "busy")) {
      terminating.awaitOut("ready");
      receiver.telemetry().awaitSpans(1, span -> "/busy".equals(span.attribute("url.path")));

      Outcome outcome = terminating.terminate();

      assertThat(outcome.exitCode()).isEqualTo(128 + 15);
      assertThat(outcome.stderr()).isEmpty();
      assertThat(outcome.lastWords()).isLessThan(FLUSH.plus(MARGIN));
      assertThat(paths(receiver.telemetry().spans()))
          .contains("/ended/0", "/ended/1", "/ended/2", "/ended/3");
      assertThat(receiver.telemetry().metrics())
          .extracting(RecordedMetric::name)
          .contains("http.server.request.duration");
    }
  }

  @Test
  void sigtermWhileTheCollectorHangs_endsInTime() {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running terminating = sendingTo(receiver).start("example.Terminating")) {
      receiver.answerAfter(Duration.ofSeconds(20));

      Outcome outcome = terminating.awaitOut("ready").terminate();

      assertThat(outcome.exitCode()).isEqualTo(128 + 15);
      assertThat(outcome.stderr()).isEmpty();
      assertThat(outcome.lastWords()).isBetween(Duration.ofMillis(1500), FLUSH.plus(MARGIN));
    }
  }

  private static List<Object> paths(List<RecordedSpan> spans) {
    return spans.stream().<Object>map(span -> span.attribute("url.path")).distinct().toList();
  }

  private static Jvm sendingTo(OtlpReceiver receiver) {
    return Shops.jvm().env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
  }
}
