// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordQueueTest {
  private final AtomicInteger woken = new AtomicInteger();

  private RecordQueue<Span> queue(int capacity, int wakeAt) {
    return new RecordQueue<>(capacity, wakeAt, woken::incrementAndGet);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 100})
  void add_beyondTheCapacity_isCounted(int capacity) {
    RecordQueue<Span> queue = queue(capacity, capacity);
    for (int i = 0; i < capacity + 5; i++) {
      queue.add(Spans.named("span " + i));
    }

    assertThat(queue.size()).isEqualTo(capacity);
    assertThat(queue.dropped()).isEqualTo(5);
    assertThat(queue.poll().name()).isEqualTo("span 0");
  }

  @Test
  void poll_takesInOrder_roundAndRound() {
    RecordQueue<Span> queue = queue(3, 3);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      queue.add(Spans.named("span " + i));
      names.add(queue.poll().name());
    }

    assertThat(names).isEqualTo(IntStream.range(0, 20).mapToObj(i -> "span " + i).toList());
    assertThat(queue.poll()).isNull();
    assertThat(queue.dropped()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "3, 0", "4, 1", "10, 1"})
  void wake_whenABatchIsComplete(int spans, int expected) {
    RecordQueue<Span> queue = queue(100, 4);
    for (int i = 0; i < spans; i++) {
      queue.add(Spans.named("x"));
    }

    assertThat(woken).hasValue(expected);
  }

  @Test
  void used_remembers() {
    RecordQueue<Span> queue = queue(2, 2);
    boolean before = queue.used();
    queue.add(Spans.named("x"));
    queue.poll();

    assertThat(before).isFalse();
    assertThat(queue.used()).isTrue();
  }

  @Test
  void constructor_ofAnAbsurdCapacity_isModest() {
    assertThat(queue(Integer.MAX_VALUE, 512).size()).isZero();
  }

  @Test
  @Timeout(10)
  void add_byManyThreads_losesOnlyWhatItCounts() throws Exception {
    RecordQueue<Span> queue = queue(64, 32);
    int producers = 4;
    int each = 20_000;
    AtomicInteger running = new AtomicInteger(producers);
    for (int p = 0; p < producers; p++) {
      new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  queue.add(Spans.named("x"));
                }
                running.decrementAndGet();
              })
          .start();
    }

    Set<Span> polled = Collections.newSetFromMap(new IdentityHashMap<>());
    int taken = 0;
    while (running.get() > 0 || queue.size() > 0) {
      Span span = queue.poll();
      if (span != null) {
        polled.add(span);
        taken++;
      }
    }

    assertThat(taken + queue.dropped()).isEqualTo((long) producers * each);
    assertThat(polled).as("each once").hasSize(taken);
  }
}
