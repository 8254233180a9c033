// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import dev.weft.benchmarks.Child;
import dev.weft.benchmarks.Launch;
import dev.weft.benchmarks.Part;
import dev.weft.benchmarks.Run;
import dev.weft.benchmarks.Sink;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import dev.weft.benchmarks.stub.StubDriver;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each class, class loader, thread, SQL text or series costs, with few and with many of them:
 * with many it should not be more. The quick form looks at few only, and of the kinds that have
 * shown most.
 */
public final class GrowthPart implements Part {
  private static final List<Unit> QUICK = List.of(Unit.CLASSES, Unit.LOADERS, Unit.TEXTS);
  private static final List<Subject> SUBJECTS =
      List.of(Subject.NONE, Subject.WEFT, Subject.REFERENCE);
  private static final int FULL_ROUNDS = 3;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public List<Table> run(Run run) throws Exception {
    Path driver = StubDriver.write(run.work().resolve("driver"));
    List<Table> tables = new ArrayList<>();
    for (Unit unit : run.quick() ? QUICK : List.of(Unit.values())) {
      Path home = run.javaHome(unit.java());
      if (home != null) {
        tables.add(table(unit, home, driver, run));
      }
    }
    return tables;
  }

  private Table table(Unit unit, Path home, Path driver, Run run) throws Exception {
    Table table = new Table(unit.label() + ", JDK " + unit.java(), run.command(this));
    Step step = new Step(unit, home, driver, run.work());
    for (int units : run.quick() ? unit.steps().subList(0, 1) : unit.steps()) {
      for (int round = 0; round < (run.quick() ? 1 : FULL_ROUNDS); round++) {
        for (Subject subject : SUBJECTS) {
          step.measure(units, subject, table);
        }
      }
    }
    return table;
  }

  private record Step(Unit unit, Path home, Path driver, Path work) {
    private static final List<Path> CLASS_PATH =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    void measure(int units, Subject subject, Table table) throws Exception {
      try (Sink sink = Sink.start();
          Child child = start(units, subject, sink)) {
        Measured before = Measured.of(child.awaitLine(GrowingApplication.BEFORE));
        Measured grown = Measured.of(child.awaitLine(GrowingApplication.GROWN));
        Measured released = Measured.of(child.awaitLine(GrowingApplication.RELEASED));
        if (child.end().exitCode() != 0) {
          throw new IllegalStateException(unit + " failed under " + subject);
        }
        check(subject, sink, released);
        String each = "each of " + units + ": ";
        double cpu = (grown.cpuUntil() - before.cpuFrom()) * 1e3;
        table.add(each + "CPU", "µs", subject, cpu / units);
        table.add(each + "heap", "B", subject, (grown.heap() - before.heap()) * 1e3 / units);
        double metaspace = (grown.metaspace() - before.metaspace()) * 1e3;
        table.add(each + "metaspace", "B", subject, metaspace / units);
        String after = units + " let go: ";
        table.add(after + "heap", "kB", subject, released.heap() - before.heap());
        table.add(after + "metaspace", "kB", subject, released.metaspace() - before.metaspace());
        if (unit.makesCalls() && subject != Subject.NONE) {
          double calls = units + GrowingApplication.FIRST;
          table.add(units + " calls: delivered", "%", subject, 100 * sink.spans() / calls);
        }
      }
    }

    private Child start(int units, Subject subject, Sink sink) throws Exception {
      return Launch.of(home, subject)
          .sink(sink)
          .work(work)
          .classPath(CLASS_PATH)
          .start(
              GrowingApplication.class.getName(), unit.name(), units + "", driver.toString());
    }

    private void check(Subject subject, Sink sink, Measured released) {
      boolean recorded = sink.spans() > 0;
      if (recorded != (unit.makesCalls() && subject != Subject.NONE)) {
        throw new IllegalStateException(unit + " under " + subject + ": " + sink.spans() + " spans");
      }
      if (unit == Unit.LOADERS && subject == Subject.WEFT && released.count() > 1) {
        throw new IllegalStateException(
            released.count() + " class loaders that nobody uses are not collected");
      }
    }
  }
}
