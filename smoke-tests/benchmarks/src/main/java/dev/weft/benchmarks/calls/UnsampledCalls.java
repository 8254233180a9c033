// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import dev.weft.benchmarks.Run;
import dev.weft.benchmarks.Sink;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import dev.weft.benchmarks.stub.StubDriver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a call costs that is not sampled, with and without its metric, beside reading the clock. */
public final class UnsampledCalls {
  private static final String UNSAMPLED = "-Dotel.traces.sampler=always_off";
  private static final String NO_METRICS = "-Dotel.metrics.exporter=none";

  private UnsampledCalls() {}

  /** Measures one round into a table. */
  public static void measure(Path home, Run run, Table table)
      throws IOException, InterruptedException {
    System.setProperty("jmh.ignoreLock", "true");
    try (Sink sink = Sink.start()) {
      Fork fork =
          new Fork(home, run.work(), run.quick())
              .settings(sink)
              .property(Fork.DRIVER, StubDriver.write(run.work().resolve("driver")));
      Figures clock = fork.run(Verb.pattern(ClockCalls.class), Subject.NONE, "clock", List.of());
      add(table, "System.nanoTime()", Subject.NONE, clock);
      for (Verb verb : List.of(Verb.DB, Verb.HTTP_SERVER)) {
        String what = verb == Verb.DB ? "JDBC" : "servlet";
        Figures none = fork.run(verb.pattern(), Subject.NONE, verb + "-floor-none", List.of());
        state(fork, verb, what + ", recorded", none, table, List.of());
        state(fork, verb, what + ", not sampled", none, table, List.of(UNSAMPLED));
        state(
            fork,
            verb,
            what + ", not sampled, no metric exported",
            none,
            table,
            List.of(UNSAMPLED, NO_METRICS));
      }
    }
  }

  private static void state(
      Fork fork, Verb verb, String state, Figures none, Table table, List<String> options)
      throws IOException {
    add(table, state, Subject.NONE, none);
    String name = verb + "-floor-" + options.size();
    add(table, state, Subject.WEFT, fork.run(verb.pattern(), Subject.WEFT, name, options));
  }

  private static void add(Table table, String state, Subject subject, Figures figures) {
    figures.nanos().forEach(value -> table.add(state + ": time", "ns", subject, value));
    figures.bytes().forEach(value -> table.add(state + ": allocated", "B", subject, value));
  }
}
