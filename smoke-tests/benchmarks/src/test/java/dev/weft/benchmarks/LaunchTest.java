// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.Jvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
  @TempDir Path folder;

  @Test
  void child_isTalkedToAndMeasured() throws Exception {
    try (Child child = spender()) {
      assertThat(child.pid()).isEqualTo(Long.parseLong(child.awaitLine("pid ")));
      child.say("spend");
      child.awaitLine("spent");
      double soFar = child.cpuMillis();
      double resident = child.rssMegabytes();
      Ended ended = child.end();

      assertThat(ended.exitCode()).isEqualTo(7);
      assertThat(soFar).isBetween(290.0, ended.cpuMillis() + 20);
      assertThat(ended.cpuMillis()).isGreaterThan(300);
      assertThat(ended.wallMillis()).isGreaterThan(300);
      assertThat(ended.peakMegabytes()).isGreaterThan(Math.max(64, resident - 1));
    }
    assertThat(folder).as("files of a child that is closed").isEmptyDirectory();
  }

  private Child spender() throws Exception {
    return Launch.of(Jvm.HOME, Subject.NONE)
        .classPath(List.of(Jvm.locationOf(Spender.class.getName())))
        .work(folder)
        .start(Spender.class.getName(), "7");
  }
}
