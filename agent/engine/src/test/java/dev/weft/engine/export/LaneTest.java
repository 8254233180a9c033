// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.CapturedErr;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LaneTest {
  private final RecordQueue<Integer> queue = new RecordQueue<>(10, 2, () -> {});
  private final List<String> sent = new ArrayList<>();

  private Lane<Integer> lane(
      Function<Integer, String> conversion,
      Function<Collection<String>, CompletableResultCode> exporter) {
    return new Lane<>(
        "numbers",
        queue,
        0,
        () -> List.of(new Converted<>(conversion, exporter)),
        new Complaints());
  }

  private CompletableResultCode deliver(Collection<String> batch) {
    sent.add(String.join("+", batch));
    return CompletableResultCode.ofSuccess();
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      queue.add(i);
    }
  }

  @Test
  void send_goesBatchByBatch() {
    fill(5);

    lane(String::valueOf, this::deliver).send(true, () -> false);

    assertThat(sent).containsExactly("0+1", "2+3", "4");
  }

  @Test
  void send_beforeItsTime_leavesWhatIsNoBatchYet() {
    fill(5);

    boolean all = lane(String::valueOf, this::deliver).send(false, () -> false);

    assertThat(all).isTrue();
    assertThat(sent).containsExactly("0+1", "2+3");
    assertThat(queue.size()).isOne();
  }

  @Test
  void send_atItsTime_leavesWhatTricklesInMeanwhile() {
    fill(3);

    lane(
            String::valueOf,
            batch -> {
              queue.add(9);
              return deliver(batch);
            })
        .send(true, () -> false);

    assertThat(sent).containsExactly("0+1", "2+9");
    assertThat(queue.size()).isOne();
  }

  @Test
  void send_toldToStop_doesSoBetweenTwoBatches() {
    fill(4);
    Lane<Integer> lane = lane(String::valueOf, this::deliver);

    boolean first = lane.send(true, () -> true);
    boolean second = lane.send(true, () -> true);

    assertThat(first).isFalse();
    assertThat(second).isTrue();
    assertThat(sent).containsExactly("0+1", "2+3");
  }

  @Test
  void send_ofNothing_makesNoExporter() {
    Lane<Integer> lane =
        new Lane<>(
            "numbers",
            queue,
            0,
            () -> {
              throw new AssertionError("made");
            },
            new Complaints());

    lane.send(true, () -> false);

    assertThat(queue.size()).isZero();
  }

  @Test
  void send_whereOneCannotBeConverted_sendsTheOthers() {
    fill(3);

    try (CapturedErr err = new CapturedErr()) {
      lane(number -> number == 1 ? fail() : String.valueOf(number), this::deliver)
          .send(true, () -> false);

      assertThat(err.lines())
          .containsExactly(
              "one of the numbers was not delivered: java.lang.IllegalStateException: odd");
    }
    assertThat(sent).containsExactly("0", "2");
  }

  @Test
  void send_whereOneIsLostAndThenTheOthers_countsEachOnce() {
    fill(2);
    Lane<Integer> lane =
        lane(
            number -> number == 1 ? fail() : String.valueOf(number),
            batch -> CompletableResultCode.ofFailure());

    try (CapturedErr err = new CapturedErr()) {
      lane.send(true, () -> false);

      assertThat(err.lines()).hasSize(1);
    }
    assertThat(lane.undelivered()).isEqualTo(2);
  }

  @Test
  void send_whereAnExporterThrows_goesOn() {
    fill(4);

    try (CapturedErr err = new CapturedErr()) {
      lane(
              String::valueOf,
              batch -> {
                deliver(batch);
                throw new IllegalStateException("broken");
              })
          .send(true, () -> false);

      assertThat(err.lines())
          .containsExactly("2 numbers were not delivered: java.lang.IllegalStateException: broken");
    }
    assertThat(sent).containsExactly("0+1", "2+3");
  }

  @Test
  void send_withoutAUsableExporter_countsWhatIsLost() {
    fill(3);
    Lane<Integer> lane = new Lane<>("numbers", queue, 0, () -> List.of(), new Complaints());

    lane.send(true, () -> false);

    assertThat(lane.undelivered()).isEqualTo(3);
  }

  private static String fail() {
    throw new IllegalStateException("odd");
  }
}
