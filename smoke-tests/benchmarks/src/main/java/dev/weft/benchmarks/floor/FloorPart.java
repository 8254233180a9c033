// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.floor;

import dev.weft.benchmarks.Part;
import dev.weft.benchmarks.Run;
import dev.weft.benchmarks.Table;
import dev.weft.benchmarks.calls.UnsampledCalls;
import dev.weft.benchmarks.load.Pieces;
import java.nio.file.Path;
import java.util.List;

/** What the costs are made of that are left: measured by leaving out one piece after the other. */
public final class FloorPart implements Part {
  /** What it is called on the command line. */
  public static final String NAME = "floor";

  private static final int FULL_ROUNDS = 3;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Table> run(Run run) throws Exception {
    Path home = run.javaHome(17);
    if (home == null) {
      return List.of();
    }
    Table request = new Table("pieces of a reconcile request, JDK 17", run.command(this));
    Table calls = new Table("pieces of a call that is not sampled, JDK 17", run.command(this));
    for (int round = 0; round < run.rounds(1, FULL_ROUNDS); round++) {
      new Pieces(home, run, request).measure();
      UnsampledCalls.measure(home, run, calls);
    }
    return List.of(request, calls);
  }
}
