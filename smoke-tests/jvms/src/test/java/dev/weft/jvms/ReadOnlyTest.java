// SPDX-License-Identifier: Apache-2.0
package dev.weft.jvms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A container that is locked down: nothing can be written, and the user is known to nobody. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "uses mount namespaces")
class ReadOnlyTest {
  /** Makes all that is mounted read-only, in a namespace of its own, and becomes somebody. */
  private static final String LOCK_DOWN =
      """
      set -e
      cd /
      mount --make-rprivate /
      for place in $(cut -d' ' -f2 /proc/self/mounts | sort -u); do
        case $place in /proc*|/sys*|/dev/pts) ;; *) mount -o remount,bind,ro $place || true ;; esac
      done 2>/dev/null
      setpriv --reuid=12345 --regid=12345 --clear-groups touch $FOLDER/x 2>/dev/null && exit 99
      exec setpriv --reuid=12345 --regid=12345 --clear-groups env -i ENDPOINT "$@"
      """;

  @TempDir Path folder;

  @Test
  void shop_whereNothingCanBeWritten_isObserved() throws IOException {
    assumeTrue(lockedDown("", List.of("true")).exitCode() == 0, "not root with unshare, setpriv");
    String classPath = readable();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Outcome alone = lockedDown("", java(classPath, List.of()));

      Outcome observed =
          lockedDown(
              "OTEL_EXPORTER_OTLP_ENDPOINT=" + receiver.httpEndpoint(),
              java(classPath, List.of("-javaagent:" + folder.resolve("weft.jar"))));

      assertThat(alone.exitCode()).as(alone.stderr()).isZero();
      assertThat(observed.exitCode()).as(observed.stderr()).isZero();
      assertThat(observed.stderr()).isEqualTo(alone.stderr()).isEmpty();
      assertThat(observed.out()).contains("served GET /orders").last().isEqualTo("closed");
      RecordedSpan server = receiver.telemetry().takeSpan("GET");
      assertThat(receiver.telemetry().takeSpan("SELECT").isChildOf(server)).isTrue();
      receiver.telemetry().awaitMetric("jvm.memory.used");
    }
  }

  /** Copies what that user has to read. */
  private String readable() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.copy(Path.of(Jvm.jar()), folder.resolve("weft.jar"));
    List<String> entries = new ArrayList<>();
    for (Path entry : Shops.applications()) {
      Path jar = folder.resolve(entries.size() + ".jar");
      if (!Jars.of(entry, jar).equals(jar)) {
        Files.copy(entry, jar);
      }
      entries.add(jar.toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static List<String> java(String classPath, List<String> agent) {
    List<String> command = new ArrayList<>(List.of(Jvm.HOME.resolve("bin/java").toString()));
    command.addAll(agent);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=/nowhere",
            "-Dshop.database=jdbc:h2:mem:shop",
            "-cp",
            classPath,
            "example.Shop"));
    return command;
  }

  private Outcome lockedDown(String variable, List<String> command) {
    String script = LOCK_DOWN.replace("ENDPOINT", variable).replace("$FOLDER", folder.toString());
    List<String> words = new ArrayList<>(List.of("unshare", "-m", "sh", "-c", script, "sh"));
    words.addAll(command);
    boolean shop = command.size() > 1;
    try (Running running = Jvm.create().execute(words)) {
      return (shop ? running.order("GET /orders") : running).end();
    }
  }
}
