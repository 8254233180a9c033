// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.api.trace.Samplers;
import dev.weft.api.trace.Tracing;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of methods that call each other: what goes down to those below, and what comes up. */
class NestedRulesTest {
  /** Three methods, each of which calls the next. */
  private static final String LEVELS =
      """
      top:
        on: {class: $, method: top(items)}
        context: {batch: items.size}
        span: {name: top, attributes: {is: return}}
        below:
          leaves: {count: span.name == 'leaf'}
          failed: {count: span.failed}
          spans: {count: 'true'}
          highest: {max: 'span["n"]'}
          middles: {sum: 'span["items"]', where: span.name == 'middle'}
        metrics:
          tops: {counter: below.leaves, by: {batch: context.batch}}
        logs: {event: top.done, body: '{below.leaves} leaves, {below.total}', attributes: {batch: context.batch}}
      middle:
        on: {class: $, method: middle(item)}
        context: {item: item.name}
        span: {name: middle, attributes: {items: 1, batch: context.batch}}
        up:
          top: {total: item.count, names: {value: item.name, with: last}, first: {value: item, with: first}}
        metrics:
          middles: {counter: 1, by: {item: context.item}}
      leaf:
        on: {class: $, method: leaf(n)}
        span: {name: leaf, attributes: {n: n, item: context.item, batch: context.batch, none: context.nothing}}
        up:
          top: {most: {value: n, with: max}, least: {value: n, with: min}, calls: {value: n, with: count}}
          middle: {sum: n}
      """;

  @TempDir Path folder;

  @Test
  void threeLevels_contextGoesDown_andValuesGoUp() throws Exception {
    try (Ruled ruled = new Ruled(folder, LEVELS)) {
      assertThat(ruled.run("levels")).isEqualTo("a10,b20");

      assertThat(ruled.spans())
          .containsExactly(
              "leaf < middle {batch=2, item=a, n=1}",
              "leaf < middle {batch=2, item=a, n=10}",
              "middle < top {batch=2, items=1, sum=11}",
              "leaf < middle {batch=2, item=b, n=2}",
              "leaf < middle {batch=2, item=b, n=20}",
              "middle < top {batch=2, items=1, sum=22}",
              "top {calls=4, failed=0, highest=20, is=a10,b20, least=1, leaves=4, middles=2,"
                  + " most=20, names=b, spans=6, total=3}");
      assertThat(ruled.logs()).containsExactly("INFO top.done '4 leaves, 3' {batch=2} in top");
      assertThat(ruled.series("tops")).isEqualTo(Map.of("2", "4.0"));
      assertThat(ruled.series("middles")).isEqualTo(Map.of("a", "1.0", "b", "1.0"));
      assertThat(ruled.said()).isEmpty();
      assertThat(Tracing.current()).isNull();
    }
  }

  @Test
  void threeLevels_ofWhichOneThrows() throws Exception {
    try (Ruled ruled = new Ruled(folder, LEVELS)) {
      assertThatThrownBy(() -> ruled.run("levels failing")).hasMessage("negative");

      String type = "error.type=dev.weft.engine.rules.weave.sample.App$AppException";
      assertThat(ruled.spans())
          .containsExactly(
              "leaf < middle failed {batch=1, " + type + ", item=a, n=-1}",
              "middle < top failed {batch=1, " + type + ", items=1, sum=-1}",
              "top failed {calls=1, "
                  + type
                  + ", failed=2, highest=-1, least=-1, leaves=1, middles=1, most=-1, names=a,"
                  + " spans=2, total=-1}");
      assertThat(Tracing.current()).isNull();
    }
  }

  @Test
  void threeLevels_withoutSpansOfTheRules() throws Exception {
    String rules = LEVELS.replaceAll("(?m)^  span: .*middle.*\n", "");
    try (Ruled ruled = new Ruled(folder, rules)) {
      Ruled.within("outside", () -> ruled.run("levels"));

      assertThat(ruled.spans())
          .containsExactly(
              "leaf < top {batch=2, item=a, n=1}",
              "leaf < top {batch=2, item=a, n=10}",
              "leaf < top {batch=2, item=b, n=2}",
              "leaf < top {batch=2, item=b, n=20}",
              "top < outside {calls=4, failed=0, highest=20, is=a10,b20, least=1, leaves=4,"
                  + " middles=0, most=20, names=b, spans=4, total=3}",
              "outside");
    }
  }

  @Test
  void sampledOut_metricsAndLogsAreRecorded_andBelowIsCounted() throws Exception {
    try (Ruled ruled = new Ruled(folder, Samplers.parentBased(Samplers.ALWAYS_OFF), LEVELS)) {
      ruled.run("levels");

      assertThat(ruled.spans()).isEmpty();
      assertThat(ruled.series("tops")).isEqualTo(Map.of("2", "4.0"));
      assertThat(ruled.series("middles")).isEqualTo(Map.of("a", "1.0", "b", "1.0"));
      assertThat(ruled.logs()).containsExactly("INFO top.done '4 leaves, 3' {batch=2} in -");
      assertThat(Tracing.current()).isNull();
    }
  }

  @Test
  void newRoot_belowARule_stillLiftsAndIsCounted() throws Exception {
    String rules = LEVELS.replace("span: {name: leaf,", "span: {name: leaf, root: new,");
    try (Ruled ruled = new Ruled(folder, rules)) {
      ruled.run("levels");

      assertThat(ruled.spans())
          .startsWith("leaf {batch=2, item=a, n=1}")
          .last()
          .asString()
          .startsWith("top {calls=4, failed=0, highest=20, is=a10,b20, least=1, leaves=4,");
    }
  }

  private static final String DOWN =
      """
      down:
        on: {class: $@Base, method: down(n)}
        span: {name: down, attributes: {n: n, none: context.nothing, is: return}}
      """;

  @Test
  void deepRecursion_needsNoMoreOfTheStackForEachCallAbove() throws Exception {
    String watched =
        DOWN.replace("span: {name: down", "below: {all: {count: 'true'}}\n  span: {name: down");
    for (String rules : new String[] {DOWN, watched}) {
      try (Ruled ruled = new Ruled(folder, rules)) {
        assertThat(ruled.run("deep")).isEqualTo(2000);

        assertThat(ruled.spans).hasSize(2001);
        assertThat(ruled.spans()).last().asString().endsWith("is=2000, n=2000}");
        assertThat(ruled.said()).isEmpty();
      }
    }
  }

  @Test
  void manyThreads_loseNothing() throws Exception {
    try (Ruled ruled = new Ruled(folder, LEVELS)) {
      Thread[] threads = new Thread[8];
      for (int i = 0; i < threads.length; i++) {
        threads[i] =
            new Thread(
                () -> {
                  for (int n = 0; n < 250; n++) {
                    ruled.run("levels");
                  }
                });
        threads[i].start();
      }
      for (Thread thread : threads) {
        thread.join();
      }

      assertThat(ruled.spans).hasSize(2000 * 7);
      assertThat(ruled.series("tops")).isEqualTo(Map.of("2", "8000.0"));
      assertThat(ruled.series("middles")).isEqualTo(Map.of("a", "2000.0", "b", "2000.0"));
      assertThat(ruled.logs).hasSize(2000).allMatch(log -> "4 leaves, 3".equals(log.body()));
    }
  }
}
