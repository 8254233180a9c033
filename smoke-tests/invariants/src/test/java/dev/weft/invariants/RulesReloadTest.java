// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule files that change while the application runs. */
class RulesReloadTest {
  private static final String MILL = Mill.class.getName();
  private static final String TAKEN = "[weft] rules: read again, ";
  private static final String PLAIN =
      """
      rules:
        plain:
          on: {class: $Worker, method: plain(load)}
          span: {name: plain}
          metrics:
            plains: {counter: 1, by: {name: load.name}}
            lengths: {gauge: load.name.length}
      """;
  private static final String OTHER =
      """
      rules:
        other:
          on: {class: $Worker, method: other(load)}
          span: {name: other, attributes: {name: load.name}}
        counted:
          on: {class: $Worker, method: plain(load)}
          metrics:
            plains: {counter: 10, by: {name: load.name}}
      """;

  @TempDir Path folder;

  private void write(String file, String rules) throws IOException {
    Path written = Files.writeString(folder.resolve(file + ".new"), rules.replace("$", MILL + "$"));
    Files.move(written, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }

  private Running start(OtlpReceiver receiver) {
    return Jvm.create()
        .classPath(List.of(Jvm.locationOf(MILL)))
        .env("WEFT_RULES", folder.toString())
        .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint())
        .env("OTEL_BSP_SCHEDULE_DELAY", "50", "OTEL_METRIC_EXPORT_INTERVAL", "100")
        .start(MILL)
        .awaitOut("ready");
  }

  private List<String> said(Outcome outcome) {
    return outcome.err().stream().map(line -> line.replace(folder + "/", "")).toList();
  }

  private static List<String> names(OtlpReceiver receiver) {
    return receiver.telemetry().spans().stream().map(RecordedSpan::name).toList();
  }

  private static long last(OtlpReceiver receiver, String metric) {
    return receiver.telemetry().metrics().stream()
        .filter(one -> one.name().equals(metric))
        .reduce((first, second) -> second)
        .orElseThrow()
        .points()
        .get(0)
        .requireValue()
        .longValue();
  }

  @Test
  void changedFile_isTakenWithoutARestart_andTotalsStay() throws Exception {
    write("rules.yaml", PLAIN);
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running mill = start(receiver)) {
      mill.order("plain 3").order("other 1");
      receiver.telemetry().awaitMetric("plains", any -> true);
      receiver.telemetry().awaitMetric("lengths", any -> true);
      receiver.telemetry().awaitSpans(3, any -> true);
      write("rules.yaml", OTHER);
      mill.awaitErr(TAKEN);
      receiver.telemetry().clear();
      mill.order("plain 2").order("other 2");
      receiver
          .telemetry()
          .awaitMetric("plains", one -> one.points().get(0).requireValue().longValue() == 23);

      receiver.telemetry().awaitSpans(2, any -> true);
      receiver.telemetry().clear();
      Outcome outcome = mill.order("plain 1").end();

      assertThat(outcome.exitCode()).isZero();
      assertThat(said(outcome)).containsExactly(TAKEN + "2 of them");
      assertThat(last(receiver, "plains")).as("3, then 3 times 10").isEqualTo(33);
      assertThat(receiver.telemetry().metrics())
          .extracting(RecordedMetric::name)
          .doesNotContain("lengths");
      assertThat(names(receiver)).isEmpty();
    }
  }

  @Test
  void changedFile_weavesAndUnweavesWhatIsLoaded() throws Exception {
    write("rules.yaml", PLAIN);
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running mill = start(receiver)) {
      mill.order("plain 1").order("other 1");
      write("rules.yaml", OTHER);
      mill.awaitErr(TAKEN + "2 of them").order("plain 1").order("other 1");
      write("rules.yaml", PLAIN.replace("name: plain}", "name: again}"));
      mill.awaitErr(TAKEN + "1 of them").order("plain 1").order("other 1");
      write("more.yaml", OTHER.replaceAll("(?s)  counted:.*", ""));
      String twice = TAKEN + "2 of them\n" + TAKEN + "1 of them\n";
      mill.awaitErr(twice + TAKEN + "2 of them\n").order("other 1");
      Files.delete(folder.resolve("more.yaml"));
      mill.awaitErr(twice + twice);
      Outcome outcome = mill.order("other 1").order("plain 1").end();

      assertThat(outcome.exitCode()).isZero();
      assertThat(said(outcome))
          .containsExactly(
              TAKEN + "2 of them", TAKEN + "1 of them", TAKEN + "2 of them", TAKEN + "1 of them");
      assertThat(names(receiver)).containsExactly("plain", "other", "again", "other", "again");
    }
  }

  @Test
  void callsUnderWay_endAsTheyBegan() throws Exception {
    write(
        "rules.yaml",
        """
        rules:
          later:
            on: {class: $Worker, method: later}
            span: {name: later, attributes: {length: return.length}}
            metrics: {laters: {counter: return.length}}
        """);
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running mill = start(receiver)) {
      mill.order("later 2");
      write("rules.yaml", OTHER);
      mill.awaitErr(TAKEN);
      Outcome outcome = mill.order("later 1").order("complete 1").order("other 1").end();

      assertThat(outcome.exitCode()).isZero();
      assertThat(said(outcome)).containsExactly(TAKEN + "2 of them");
      assertThat(receiver.telemetry().spans())
          .extracting(span -> span.name() + span.attributes())
          .containsExactlyInAnyOrder("later{length=4}", "later{length=4}", "other{name=load}");
    }
  }

  /** The frame of the method is of the code from before, which is not woven any more. */
  @Test
  void methodsThatRun_endTheirSpans_andWhatTheyCallIsByTheNewRules() throws Exception {
    write(
        "rules.yaml",
        """
        rules:
          blocking:
            on: {class: $Worker, method: blocking(load)}
            context: {name: load.name}
            span: {name: blocking, attributes: {is: return, n: below.n}}
          plain:
            on: {class: $Worker, method: plain(load)}
            span: {name: plain}
            up: {blocking: {n: 1}}
        """);
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running mill = start(receiver)) {
      mill.order("block 2");
      write(
          "rules.yaml",
          """
          rules:
            other:
              on: {class: $Worker, method: plain(load)}
              span: {name: new plain, attributes: {name: context.name}}
          """);
      mill.awaitErr(TAKEN);
      Outcome outcome = mill.order("release 1").order("plain 1").end();

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out()).contains("released 2");
      assertThat(said(outcome)).containsExactly(TAKEN + "1 of them");
      List<RecordedSpan> spans = receiver.telemetry().spans();
      assertThat(spans)
          .extracting(span -> span.name() + span.attributes())
          .containsExactlyInAnyOrder(
              "new plain{name=load}",
              "new plain{name=load}",
              "blocking{is=plain load}",
              "blocking{is=plain load}",
              "new plain{}");
      assertThat(spans)
          .filteredOn(span -> span.name().equals("blocking"))
          .allSatisfy(
              blocking -> assertThat(spans).filteredOn(one -> one.isChildOf(blocking)).hasSize(1));
    }
  }

  @Test
  void brokenFile_keepsTheOldRules_andSaysWhy() throws Exception {
    write("rules.yaml", PLAIN);
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running mill = start(receiver)) {
      mill.order("plain 1");
      write("rules.yaml", PLAIN.replace("load.name.length", "load.name."));
      mill.awaitErr("stay\n").order("plain 1");
      write("rules.yaml", "rules: {plain: [\n");
      mill.awaitErr("stay\n[weft] ").awaitErr("rules.yaml:2").order("plain 1");
      Files.delete(folder.resolve("rules.yaml"));
      write("rules.yaml", PLAIN.replace("name: plain}", "name: mended}"));
      mill.awaitErr(TAKEN).order("plain 1");
      Outcome outcome = mill.end();

      assertThat(outcome.exitCode()).isZero();
      assertThat(names(receiver)).containsExactly("plain", "plain", "plain", "mended");
      assertThat(last(receiver, "plains")).isEqualTo(4);
      assertThat(outcome.stderr()).doesNotContain("\tat ");
      assertThat(said(outcome))
          .hasSize(5)
          .element(0)
          .asString()
          .startsWith("[weft] rules.yaml:7: ")
          .contains("expected a name at character 11, not the end");
      assertThat(said(outcome).get(1))
          .isEqualTo("[weft] rules: the changed files are not used, the rules from before stay");
      assertThat(said(outcome).get(2)).startsWith("[weft] rules.yaml:2: ");
      assertThat(said(outcome).get(3)).isEqualTo(said(outcome).get(1));
      assertThat(said(outcome).get(4)).isEqualTo(TAKEN + "1 of them");
    }
  }

  @Test
  void everySecondChange_isTaken_asOftenAsOneLikes() throws Exception {
    write("rules.yaml", PLAIN);
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running mill = start(receiver)) {
      for (int i = 0; i < 3; i++) {
        write(
            "rules.yaml",
            PLAIN.replace("name: plain}", "name: p" + i + "}") + "# " + i + "\n".repeat(i + 1));
        mill.awaitErr((TAKEN + "1 of them\n").repeat(i + 1)).order("plain 1");
      }
      Outcome outcome = mill.end();

      assertThat(names(receiver)).containsExactly("p0", "p1", "p2");
      assertThat(last(receiver, "plains")).isEqualTo(3);
      assertThat(
              receiver.telemetry().metrics().stream()
                  .filter(one -> one.name().equals("plains"))
                  .map(one -> one.points().get(0).attributes())
                  .distinct())
          .containsExactly(Map.of("name", "load"));
      assertThat(outcome.exitCode()).isZero();
    }
  }
}
