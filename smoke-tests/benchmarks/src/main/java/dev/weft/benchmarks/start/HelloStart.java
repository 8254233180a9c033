// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import dev.weft.benchmarks.Child;
import dev.weft.benchmarks.Ended;
import dev.weft.benchmarks.Launch;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The shortest application, from the start of its process to the end. */
final class HelloStart implements Application {
  private static final String MAIN = Hello.class.getName();

  private final Path jar;

  HelloStart(Path folder) {
    // archives know no classes outside jars
    jar = Jars.of(Jvm.locationOf(MAIN), folder.resolve("hello.jar"));
  }

  @Override
  public String name() {
    return "hello world";
  }

  @Override
  public void run(Launch launch) throws IOException, InterruptedException {
    ended(launch);
  }

  @Override
  public void measure(State state, Subject subject, Table table)
      throws IOException, InterruptedException {
    Ended ended = ended(state.launch(subject, name()));
    table.add("wall", "ms", subject, ended.wallMillis());
    table.add("CPU", "ms", subject, ended.cpuMillis());
    table.add("peak RSS", "MB", subject, ended.peakMegabytes());
  }

  private Ended ended(Launch launch) throws IOException, InterruptedException {
    try (Child child = launch.classPath(List.of(jar)).start(MAIN)) {
      child.awaitLine("hello");
      return child.end().successfully();
    }
  }
}
