// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import dev.weft.benchmarks.Launch;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What looking at classes and weaving some of them takes of a start, beside all that an agent adds
 * to it; a cache of woven classes could save no more than the weaving.
 */
record WeavingCost(BootStart application, State state) {
  void measure(int rounds, Table table) throws IOException, InterruptedException {
    String clock = "-javaagent:" + Subject.agent(WeavingClock.class) + "=";
    for (int round = 0; round < rounds; round++) {
      for (Subject subject : List.of(Subject.NONE, Subject.WEFT)) {
        Path file = state.folder().resolve("weaving.clock").toAbsolutePath();
        Launch launch =
            state
                .launch(subject, application.name())
                .before("-D" + WeavingClock.FILE + "=" + file, clock + WeavingClock.BEFORE)
                .option(clock + WeavingClock.AFTER);
        application.measureCpu(launch, subject, table);
        add(Files.readString(file).split(" "), subject, table);
        Files.delete(file);
      }
    }
  }

  private static void add(String[] counts, Subject subject, Table table) {
    table.add("classes looked at", subject, Long.parseLong(counts[0]));
    table.add("of that CPU, looking and weaving", "ms", subject, millis(counts[1]));
    table.add("classes woven", subject, Long.parseLong(counts[2]));
    table.add("of that CPU, weaving", "ms", subject, millis(counts[3]));
    table.add("of that CPU, the first of these", "ms", subject, millis(counts[4]));
  }

  private static double millis(String nanos) {
    return Long.parseLong(nanos) / 1e6;
  }
}
