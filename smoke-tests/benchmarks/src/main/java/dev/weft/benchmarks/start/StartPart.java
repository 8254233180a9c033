// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import dev.weft.benchmarks.Child;
import dev.weft.benchmarks.Ended;
import dev.weft.benchmarks.Launch;
import dev.weft.benchmarks.Part;
import dev.weft.benchmarks.Run;
import dev.weft.benchmarks.Sink;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import java.nio.file.Path;
import java.util.List;

/** Start-up. */
public final class StartPart implements Part {
  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Table> run(Run run) throws Exception {
    Table table = new Table("hello world, JDK 17", run.command(this));
    Path home = run.javaHome(17);
    if (home == null) {
      return List.of();
    }
    Path jar = Jars.of(Jvm.locationOf(Hello.class.getName()), run.work().resolve("hello.jar"));
    try (Sink sink = Sink.start()) {
      for (int round = 0; round < (run.quick() ? 7 : 15); round++) {
        for (Subject subject : Subject.values()) {
          Launch launch = Launch.of(home, subject).sink(sink).classPath(List.of(jar));
          try (Child child = launch.work(run.work()).start(Hello.class.getName())) {
            Ended ended = child.end();
            table.add("wall", "ms", subject, ended.wallMillis());
            table.add("CPU", "ms", subject, ended.cpuMillis());
            table.add("peak RSS", "MB", subject, ended.peakMegabytes());
          }
        }
      }
    }
    return List.of(table);
  }
}
