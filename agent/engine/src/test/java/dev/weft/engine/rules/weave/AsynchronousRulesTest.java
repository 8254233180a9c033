// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.Tracing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results that are there later, never, or not what they seem to be. */
class AsynchronousRulesTest {
  private static final String LATER =
      """
      later:
        on: {class: $, method: later}
        context: {key: '"k"'}
        span: {name: later, attributes: {size: return.size, sum: 'sum(return, count)'}}
        metrics: {laters: {counter: 1, at: exit, by: {failed: thrown != null}}}
        logs: {event: later, body: '{context.key}', at: exit}
      """;
  private static final String FUTURE =
      """
      future:
        on: {class: $, method: [future, failingFuture, oddFuture]}
        span: {attributes: {n: 'return?.count'}}
      """;

  @TempDir Path folder;

  private static void await(Ruled ruled, int spans) throws InterruptedException {
    for (int i = 0; i < 500 && ruled.spans.size() < spans; i++) {
      Thread.sleep(10);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "complete -> later {size=2, sum=3} -> false",
        "fail -> later failed {error.type=dev.weft.engine.rules.weave.sample.App$AppException} -> true",
        "cancel -> later failed {error.type=java.util.concurrent.CancellationException} -> true",
      })
  void stage_endsTheCallWhenItIsComplete(String scene, String span, String failed)
      throws Exception {
    try (Ruled ruled = new Ruled(folder, LATER)) {
      Object stage = ruled.run("stage");
      assertThat(ruled.spans()).isEmpty();
      assertThat(ruled.series("laters")).isEmpty();
      assertThat(Tracing.current()).isNull();

      Thread other = new Thread(() -> ruled.run(scene));
      other.start();
      other.join();

      assertThat(stage).isInstanceOf(CompletableFuture.class);
      assertThat(ruled.spans()).containsExactly(span);
      assertThat(ruled.series("laters")).isEqualTo(Map.of(failed, "1.0"));
      assertThat(ruled.logs()).containsExactly("INFO later 'k' in later");
      assertThat(ruled.run("complete")).as("the second end").isEqualTo(false);
      assertThat(ruled.spans()).hasSize(1);
    }
  }

  @Test
  void stage_thatIsCompleteAlready_noneAtAll_orBroken_endsTheCallAtOnce() throws Exception {
    String rule =
        """
        stages:
          on: {class: $, method: [done, nullStage, brokenStage]}
          span: {attributes: {length: 'return?.length'}}
        """;
    try (Ruled ruled = new Ruled(folder, rule)) {
      ruled.run("done");
      assertThat(ruled.run("null stage")).isNull();
      assertThat(ruled.run("broken stage")).isEqualTo(true);

      assertThat(ruled.spans())
          .startsWith("App.done {length=1}", "App.nullStage")
          .hasSize(3)
          .last()
          .asString()
          .startsWith("App.brokenStage");
      assertThat(Tracing.current()).isNull();
    }
  }

  @Test
  void stage_withoutASpan_logsInTheContextOfItsCall() throws Exception {
    String outer =
        """
        apply:
          on: {class: $, method: apply(scene)}
          when: scene == 'stage'
          span: {name: apply}
        """;
    String rule = LATER.replaceAll("(?m)^  span: .*\n", "");
    try (Ruled ruled = new Ruled(folder, outer + rule)) {
      ruled.run("stage");
      ruled.run("complete");

      assertThat(ruled.spans()).containsExactly("apply");
      assertThat(ruled.logs()).containsExactly("INFO later 'k' in apply");
      assertThat(Tracing.current()).isNull();
    }
  }

  @Test
  void stage_ofAnotherThread_knowsNothingAboveUnlessSomebodyCarriesIt() throws Exception {
    String rules =
        """
        outer:
          on: {class: $, method: stageOfLevels}
          span: {name: outer, attributes: {is: return}}
          below: {all: {count: 'true'}}
        leaf:
          on: {class: $, method: leaf(n)}
          span: {name: leaf, attributes: {n: n}}
          up: {outer: {total: n}}
        """;
    try (Ruled ruled = new Ruled(folder, rules)) {
      assertThat(ruled.run("stage of levels")).isEqualTo("a10");
      await(ruled, 3);

      // no instrumentation of executors is woven here: the thread knows of nothing above it
      assertThat(ruled.spans())
          .containsExactlyInAnyOrder("leaf {n=1}", "leaf {n=10}", "outer {all=0, is=a10}");
    }
  }

  @Test
  void future_endsTheCallWhenItIsDone() throws Exception {
    try (Ruled ruled = new Ruled(folder, FUTURE)) {
      ruled.run("future");
      Thread.sleep(50);
      assertThat(ruled.spans()).isEmpty();
      ruled.run("run task");
      await(ruled, 1);
      assertThat(ruled.spans()).containsExactly("App.future {n=2}");

      ruled.run("future");
      assertThat(ruled.spans()).as("done already").hasSize(2);
      ruled.run("failing future");
      ruled.run("run failing");
      await(ruled, 3);
      assertThat(ruled.spans().get(2))
          .isEqualTo("App.failingFuture failed {error.type=java.lang.IllegalStateException}");
    }
  }

  @Test
  void future_thatIsCancelled() throws Exception {
    try (Ruled ruled = new Ruled(folder, FUTURE)) {
      Future<?> future = (Future<?>) ruled.run("future");
      ruled.run("cancel task");
      await(ruled, 1);

      assertThat(future.isCancelled()).isTrue();
      assertThat(ruled.spans())
          .containsExactly(
              "App.future failed {error.type=" + CancellationException.class.getName() + "}");
    }
  }

  /** Neither the call nor those that are waited for at the same time depend on it. */
  @Test
  void future_thatThrows_isNotWaitedFor() throws Exception {
    try (Ruled ruled = new Ruled(folder, FUTURE)) {
      ruled.run("future");
      assertThat(ruled.run("odd future")).isEqualTo(true);
      await(ruled, 1);
      ruled.run("run task");
      await(ruled, 2);

      assertThat(ruled.spans()).hasSize(2).last().isEqualTo("App.future {n=2}");
    }
  }

  @Test
  void getter_thatIsWovenItself_isNotRecordedWhereExpressionsCallIt() throws Exception {
    String rules =
        """
        watched:
          on: {class: $, method: watched(n)}
          span: {name: watched, attributes: {total: this.total}}
          below:
            gets: {count: this.total == 21}
            sum: {sum: this.total}
        total:
          on: {class: $, method: getTotal}
          span: {name: total, attributes: {again: this.total}}
          metrics: {totals: {counter: this.total}}
        """;
    try (Ruled ruled = new Ruled(folder, rules)) {
      assertThat(ruled.run("watched")).isEqualTo(42);

      assertThat(ruled.spans())
          .isEqualTo(
              List.of(
                  "total < watched {again=21}",
                  "total < watched {again=21}",
                  "watched {gets=2, sum=42, total=21}"));
      assertThat(ruled.series("totals")).isEqualTo(Map.of("", "42.0"));
      assertThat(ruled.said()).isEmpty();
    }
  }
}
