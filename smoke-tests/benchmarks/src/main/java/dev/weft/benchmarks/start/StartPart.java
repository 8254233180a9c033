// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import dev.weft.benchmarks.Part;
import dev.weft.benchmarks.Run;
import dev.weft.benchmarks.Sink;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What it takes to start: the shortest application, and one on Spring Boot, on two JDKs, and with
 * archives that were trained with the agent in question. The quick form is content with the older
 * JDK and no archive.
 */
public final class StartPart implements Part {
  private static final int QUICK_HELLOS = 7;
  private static final int FULL_HELLOS = 15;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Table> run(Run run) throws IOException, InterruptedException {
    List<Table> tables = new ArrayList<>();
    try (Sink sink = Sink.start()) {
      List<State> states = states(run, sink);
      HelloStart hello = new HelloStart(run.work());
      for (State state : states) {
        if (run.wants(title(hello, state))) {
          tables.add(table(run, hello, state, run.rounds(QUICK_HELLOS, FULL_HELLOS), true));
        }
      }
      try (BootStart boot = new BootStart(run.work())) {
        for (State state : states) {
          if (run.wants(title(boot, state))) {
            tables.add(table(run, boot, state, run.rounds(), !run.quick()));
          }
          String weaving = "weaving, " + title(boot, state);
          if (!run.quick() && state.archive() == Archive.COLD && run.wants(weaving)) {
            Table table = new Table(weaving, run.command(this));
            new WeavingCost(boot, state).measure(run.rounds(), table);
            tables.add(table);
          }
        }
      }
    }
    return tables;
  }

  private static List<State> states(Run run, Sink sink) throws IOException {
    List<State> states = new ArrayList<>();
    for (int feature : run.quick() ? List.of(17) : List.of(17, 25)) {
      Path home = run.javaHome(feature);
      for (Archive archive : Archive.values()) {
        boolean wanted = !run.quick() || archive == Archive.COLD;
        if (home != null && wanted && archive.isOn(feature)) {
          states.add(new State(feature, home, archive, run.work(), sink));
        }
      }
    }
    return states;
  }

  private static String title(Application application, State state) {
    return application.name() + ", " + state;
  }

  private Table table(Run run, Application application, State state, int rounds, boolean classes)
      throws IOException, InterruptedException {
    Table table = new Table(title(application, state), run.command(this));
    List<Subject> subjects = run.quick() ? Subject.usual() : List.of(Subject.values());
    for (Subject subject : subjects) {
      if (state.isTrainer(subject)) {
        Training.of(application, state, subject);
      }
    }
    for (int round = 0; round < rounds; round++) {
      for (Subject subject : subjects) {
        application.measure(state, subject, table);
      }
    }
    for (Subject subject : subjects) {
      if (state.archive().isTrained()) {
        double size = state.megabytes(subject, application.name());
        table.add("archive, 0 if the JVM crashes over it", "MB", subject, size);
      }
      if (classes) {
        count(application, state, subject, table);
      }
    }
    return table;
  }

  private static void count(Application application, State state, Subject subject, Table table)
      throws IOException, InterruptedException {
    Path log = state.folder().resolve("classes.log");
    String option = LoadedClasses.option(log);
    application.run(state.launch(subject, application.name()).option(option));
    LoadedClasses loaded = LoadedClasses.in(log);
    table.add("loaded classes", subject, loaded.all());
    table.add("of these from archives", subject, loaded.archived());
    Files.delete(log);
  }
}
