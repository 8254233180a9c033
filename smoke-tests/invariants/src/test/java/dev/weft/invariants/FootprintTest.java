// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent leaves outside its JVM: nothing but what it sends. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks into /proc")
class FootprintTest {
  private static final String LISTENING = "0A";

  @TempDir Path folder;

  @Test
  void exportingShop_listensNowhereAndWritesNoFile() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Jvm jvm =
          Shops.sendingTo(receiver)
              .env("OTEL_BSP_SCHEDULE_DELAY", "50", "OTEL_METRIC_EXPORT_INTERVAL", "100")
              .option("-Djava.io.tmpdir=" + folder, "-Duser.home=" + folder)
              .option("-XX:-UsePerfData");
      try (Running shop = jvm.start("example.Shop")) {
        shop.orders(3, "GET /orders");
        receiver.telemetry().awaitSpans(6, span -> true);
        receiver.telemetry().awaitMetric("jvm.memory.used");

        Path process = Path.of("/proc", Long.toString(shop.pid()));

        assertThat(listening(process)).isEmpty();
        assertThat(openForWriting(process)).isEmpty();
        assertThat(shop.end().exitCode()).isZero();
        assertThat(folder).isEmptyDirectory();
      }
    }
  }

  /** The JVM's own gate-keeper sees the whole life of a process, and what lasts a moment only. */
  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void shop_asksForNothingItWouldNotAskForAlone(String protocol) {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      List<String> alone = asked(guarded().withoutAgent());

      List<String> observed = asked(exporting(guarded(), protocol, receiver));

      assertThat(receiver.telemetry().spans()).hasSize(6);
      receiver.telemetry().awaitMetric("jvm.memory.used");
      assertThat(observed).containsExactlyInAnyOrderElementsOf(alone);
    }
  }

  private static Jvm guarded() {
    List<Path> classPath = Shops.applications();
    classPath.add(Jvm.locationOf(Guard.class.getName()));
    return Shops.jvm(Jvm.home(17))
        .classPath(classPath)
        .option("-Dshop.database=jdbc:h2:mem:shop")
        .option("-Djava.security.manager=" + Guard.class.getName());
  }

  private static Jvm exporting(Jvm jvm, String protocol, OtlpReceiver receiver) {
    String endpoint = protocol.equals("grpc") ? receiver.grpcEndpoint() : receiver.httpEndpoint();
    return jvm.env("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)
        .env("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
        .env("OTEL_BSP_SCHEDULE_DELAY", "50", "OTEL_METRIC_EXPORT_INTERVAL", "100");
  }

  private static List<String> asked(Jvm jvm) {
    try (Running shop = jvm.start("example.Shop")) {
      return shop.orders(3, "GET /orders").end().err().stream()
          .filter(line -> line.startsWith("guard: ") || line.startsWith("[weft]"))
          .toList();
    }
  }

  /** The inodes of the process's own sockets among those that listen in its network namespace. */
  private static Set<String> listening(Path process) throws IOException {
    Set<String> listening = new HashSet<>();
    for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
      for (String line : Files.readAllLines(process.resolve("net").resolve(table))) {
        String[] columns = line.trim().split(" +", -1);
        if (columns[3].equals(LISTENING)
            || (table.startsWith("udp") && columns[9].matches("\\d+"))) {
          listening.add("socket:[" + columns[9] + "]");
        }
      }
    }
    listening.retainAll(targets(process));
    return listening;
  }

  private static List<String> openForWriting(Path process) throws IOException {
    List<String> files = new ArrayList<>();
    for (String target : targets(process)) {
      if (target.startsWith("/") && !target.startsWith("/dev/") && writes(process, target)) {
        files.add(target);
      }
    }
    return files;
  }

  private static boolean writes(Path process, String target) throws IOException {
    for (Path descriptor : descriptors(process)) {
      if (target.equals(targetOf(descriptor))) {
        String info = Files.readString(process.resolve("fdinfo").resolve(descriptor.getFileName()));
        String flags =
            info.lines().filter(line -> line.startsWith("flags:")).findFirst().orElse("0");
        return (Integer.parseInt(flags.replaceAll("\\D", ""), 8) & 3) != 0;
      }
    }
    return false;
  }

  private static Set<String> targets(Path process) throws IOException {
    Set<String> targets = new HashSet<>();
    for (Path descriptor : descriptors(process)) {
      targets.add(targetOf(descriptor));
    }
    return targets;
  }

  private static String targetOf(Path descriptor) throws IOException {
    return Files.exists(descriptor, LinkOption.NOFOLLOW_LINKS)
        ? Files.readSymbolicLink(descriptor).toString()
        : "";
  }

  private static List<Path> descriptors(Path process) throws IOException {
    try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
      return descriptors.toList();
    }
  }
}
