// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.jvm.ClassLog;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is broken in the agent's own house, the application starts and runs. */
class DamageTest {
  private static final String HELLO = "example.Hello";
  private static final String ENTRY = "dev.weft.bootstrap.AgentPremain";

  @TempDir Path folder;

  @Test
  void eachClassOfPremain_mayBeMissing() throws IOException {
    ClassLog log = new ClassLog(folder);
    Shops.jvm().option(log.option()).run(HELLO);
    Set<String> loaded = log.ofAgent();
    loaded.remove(ENTRY); // without it the JVM itself gives up
    assertThat(loaded).contains("dev.weft.engine.Agent", "dev.weft.engine.weave.Index");

    for (String name : loaded) {
      assertHello(name, Shops.jvm(), damaged(entry(name), null));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weft/weft.index",
        "weft/dev/weft/engine/Agent.classdata",
        "weft/dev/weft/engine/config/Keys.classdata",
        "weft/dev/weft/engine/weave/Weaving.classdata"
      })
  void partOfPremain_mayBeGarbage(String entry) throws IOException {
    assertHello(entry, Shops.jvm(), damaged(entry, new byte[] {0x7f, 1, 2, 3}));
    assertHello(entry, Shops.jvm(), damaged(entry, new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/file", "/", "/proc/self/mem", "\0"})
  void settingsFile_mayBeUnreadable(String path) throws IOException {
    Jvm jvm = Shops.jvm().option("-Dotel.javaagent.configuration-file=" + path.replace("\0", "%0"));

    assertHello(path, jvm, Jvm.jar());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.WeftBridge",
        "dev.weft.engine.Recording",
        "dev.weft.engine.weave.Loom",
        "dev.weft.engine.weave.AdviceCallSite",
        "dev.weft.engine.weave.AdviceLinker",
        "dev.weft.engine.export.Pipeline",
        "dev.weft.api.http.HttpServerTelemetry",
        "dev.weft.engine.weave.WovenMethod",
        "dev.weft.servlet.ServletTelemetry",
        "dev.weft.shaded.net.bytebuddy.jar.asm.ClassReader",
        "dev.weft.shaded.io.opentelemetry.sdk.trace.data.SpanData"
      })
  void partOfWeavingAndExport_mayBeMissing(String name) throws IOException {
    String damaged = damaged(entry(name), null);
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop =
            Shops.sendingTo(receiver)
                .withoutAgent()
                .before("-javaagent:" + damaged)
                .env("OTEL_BSP_SCHEDULE_DELAY", "50", "OTEL_METRIC_EXPORT_INTERVAL", "100")
                .start("example.Shop")) {
      Outcome outcome = shop.orders(12, "GET /orders").awaitErr("[weft] ").end();

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out()).filteredOn(line -> line.startsWith("served")).hasSize(12);
      assertThat(outcome.err())
          .as("at most two lines an instrumentation, and one of the export")
          .allMatch(line -> line.startsWith("[weft] "))
          .doesNotHaveDuplicates()
          .hasSizeBetween(1, 7);
    }
  }

  private static void assertHello(String what, Jvm jvm, String jar) {
    Outcome outcome = jvm.withoutAgent().before("-javaagent:" + jar).run(HELLO);

    assertThat(outcome.out()).as(what).containsExactly("Hello, world!");
    assertThat(outcome.exitCode()).as(what).isZero();
    assertThat(outcome.err())
        .as(what)
        .filteredOn(line -> !line.startsWith("WARNING: ")) // the JVM's, of its security manager
        .singleElement()
        .asString()
        .startsWith("[weft] ");
  }

  private static String entry(String name) {
    String path = name.replace('.', '/');
    return name.startsWith("dev.weft.bootstrap.") ? path + ".class" : "weft/" + path + ".classdata";
  }

  /** Returns a jar that lacks an entry, or holds something else in its place. */
  private String damaged(String entry, byte[] instead) throws IOException {
    Path jar = Files.createTempFile(folder, "damaged", ".jar");
    Files.write(jar, Files.readAllBytes(Path.of(Jvm.jar())));
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Path path = zip.getPath(entry);
      assertThat(path).exists();
      if (instead == null) {
        Files.delete(path);
      } else {
        Files.write(path, instead);
      }
    }
    return jar.toString();
  }
}
