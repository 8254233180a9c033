// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import dev.weft.benchmarks.Part;
import dev.weft.benchmarks.Run;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import dev.weft.benchmarks.stub.StubDriver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What each class, class loader, thread, SQL text or series costs, with few and with many of them:
 * with many it should not be more. The quick form looks at few only, and of the kinds that have
 * shown most; the full form fails if it is more, see {@link FlatCost}.
 */
public final class GrowthPart implements Part {
  private static final List<Unit> QUICK = List.of(Unit.LOADERS, Unit.TEXTS);
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
      if (home != null && run.wants(title(unit))) {
        tables.add(table(unit, home, driver, run));
      }
    }
    return tables;
  }

  private static String title(Unit unit) {
    return unit.label() + ", JDK " + unit.java();
  }

  private Table table(Unit unit, Path home, Path driver, Run run) throws Exception {
    Table table = new Table(title(unit), run.command(this));
    for (int units : run.quick() ? unit.steps().subList(0, 1) : unit.steps()) {
      for (int round = 0; round < run.rounds(1, FULL_ROUNDS); round++) {
        for (Subject subject : SUBJECTS) {
          new Step(unit, units, home, driver, run.work()).measure(subject, table);
        }
      }
    }
    if (!run.quick()) {
      FlatCost.check(table, unit.steps());
    }
    return table;
  }
}
