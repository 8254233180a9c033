// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import dev.weft.benchmarks.Part;
import dev.weft.benchmarks.Run;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Steady state under load: what a request costs, what stays, and what of it is delivered. */
public final class LoadPart implements Part {
  private static final int FULL_ROUNDS = 3;

  @Override
  public String name() {
    return "load";
  }

  @Override
  public List<Table> run(Run run) throws Exception {
    List<Table> tables = new ArrayList<>();
    for (int feature : run.quick() ? new int[] {17} : new int[] {17, 25}) {
      Path home = run.javaHome(feature);
      if (home == null) {
        continue;
      }
      for (Application application : Application.values()) {
        tables.add(steady(run, application, feature, home));
      }
      if (Processors.canBeOne()) {
        tables.add(fullLoad(run, feature, home));
      }
    }
    return tables;
  }

  private Table steady(Run run, Application application, int feature, Path home) throws Exception {
    Table table = new Table(application.title() + ", JDK " + feature, run.command(this));
    Effort effort = Effort.of(application, run.quick());
    Threads threads = new Threads();
    for (int round = 0; round < rounds(run); round++) {
      for (Subject subject : subjects(run)) {
        try (Server server = Server.start(application, subject, home, Processors.ALL, run.work())) {
          threads.add(subject, new Measurement(application, effort, subject, server, table).run());
        }
      }
    }
    threads.print(application);
    return table;
  }

  private Table fullLoad(Run run, int feature, Path home) throws Exception {
    String title = "full load on one CPU, JDK " + feature;
    Table table = new Table(title, run.command(this));
    FullLoad load = new FullLoad(Application.TRIVIAL, home, run.work(), table);
    for (int round = 0; round < rounds(run); round++) {
      for (Subject subject : List.of(Subject.WEFT, Subject.REFERENCE)) {
        load.run(subject, Effort.of(Application.TRIVIAL, run.quick()));
      }
    }
    return table;
  }

  private static int rounds(Run run) {
    return run.rounds(1, FULL_ROUNDS);
  }

  /** An empty agent costs a request nothing: it has its turn where there is time. */
  private static List<Subject> subjects(Run run) {
    return Subject.usual().stream()
        .filter(subject -> !run.quick() || subject != Subject.EMPTY)
        .toList();
  }
}
