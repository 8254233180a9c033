// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import dev.weft.benchmarks.Part;
import dev.weft.benchmarks.Run;
import dev.weft.benchmarks.Sink;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import dev.weft.benchmarks.stub.StubDriver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls one at a time, without a pause, by JMH: recorded, not sampled, and switched off. That the
 * collector gets spans where it should, and none where it should not, is checked.
 */
public final class CallsPart implements Part {
  private static final List<Verb> QUICK = List.of(Verb.DB, Verb.HTTP_SERVER, Verb.RULE);
  private static final int FULL_ROUNDS = 2;

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public List<Table> run(Run run) throws Exception {
    Path home = run.javaHome(17);
    if (home == null) {
      return List.of();
    }
    // JMH allows one run a machine unless told otherwise, and leaves a lock that others may own
    System.setProperty("jmh.ignoreLock", "true");
    List<Table> tables = new ArrayList<>();
    try (Sink sink = Sink.start();
        LoopbackAnswers answers = LoopbackAnswers.start()) {
      Fork fork =
          new Fork(home, run.work(), run.quick())
              .settings(sink)
              .property(Fork.DRIVER, StubDriver.write(run.work().resolve("driver")))
              .property(Fork.SERVER, answers.address());
      for (Verb verb : run.quick() ? QUICK : List.of(Verb.values())) {
        Table table = new Table(verb.label() + ", JDK 17", run.command(this));
        for (int round = 0; round < run.rounds(1, FULL_ROUNDS); round++) {
          measure(verb, run.quick(), fork, sink, table);
        }
        tables.add(table);
      }
    }
    return tables;
  }

  private static void measure(Verb verb, boolean quick, Fork fork, Sink sink, Table table)
      throws IOException, InterruptedException {
    for (Subject subject : Subject.usual()) {
      if (subject == Subject.WEFT || subject == Subject.REFERENCE) {
        measure(verb, subject, quick, fork, sink, table);
      } else if (subject == Subject.NONE || (!quick && QUICK.contains(verb))) {
        Figures figures = fork.run(verb, subject, Recording.OFF);
        for (Recording recording : Recording.values()) {
          add(table, subject, recording, figures);
        }
      }
    }
  }

  private static void measure(
      Verb verb, Subject subject, boolean quick, Fork fork, Sink sink, Table table)
      throws IOException, InterruptedException {
    for (Recording recording : Recording.values()) {
      if (quick && subject == Subject.REFERENCE && recording != Recording.RECORDING) {
        continue;
      }
      long before = sink.spans();
      Figures figures = fork.run(verb, subject, recording);
      long spans = sink.spans() - before;
      check(verb, subject, recording, figures, spans);
      add(table, subject, recording, figures);
      if (recording == Recording.RECORDING && !verb.correlates()) {
        table.add("recorded: delivered", "%", subject, 100.0 * spans / figures.calls());
      }
    }
  }

  private static void check(
      Verb verb, Subject subject, Recording recording, Figures figures, long spans) {
    String what = verb + " under " + subject + ", " + recording + ": ";
    if (recording.spans(verb) != spans > 0) {
      throw new IllegalStateException(what + spans + " spans");
    }
    long identified = recording == Recording.OFF ? 0 : figures.calls();
    if (verb.correlates() && figures.identified() != identified) {
      throw new IllegalStateException(
          what + figures.identified() + " of " + figures.calls() + " lines have an id");
    }
  }

  private static void add(Table table, Subject subject, Recording recording, Figures figures) {
    String state = recording.label() + ": ";
    figures.nanos().forEach(value -> table.add(state + "time", "ns", subject, value));
    figures.bytes().forEach(value -> table.add(state + "allocated", "B", subject, value));
    figures
        .allBytes()
        .forEach(value -> table.add(state + "allocated, with export", "B", subject, value));
  }
}
