// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each instrumentation's own tests in a JVM of its own, with the shipped jar. */
class ShippedJarTest {
  private static final Path ROOT = Path.of(System.getProperty("weft.root"));
  private static final String SKIPPED = "skipped: ";
  private static final Path JAR = ROOT.resolve("agent/dist/target/weft-javaagent.jar");

  static Stream<String> folders() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT.resolve("instrumentations"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void passesOnThisJvm(String folder) throws Exception {
    run(folder, System.getProperty("java.home"));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void passesOnJava25(String folder) throws Exception {
    String home = System.getenv("JAVA_25_HOME");
    assumeTrue(home != null, "JAVA_25_HOME is not set");

    run(folder, home);
  }

  private static void run(String folder, String javaHome) throws Exception {
    Path output = Files.createTempFile("weft-" + folder, ".txt");
    try {
      Process process =
          new ProcessBuilder(command(ROOT.resolve("instrumentations/" + folder), javaHome))
              .directory(ROOT.resolve("instrumentations/" + folder).toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(4, TimeUnit.MINUTES);
      process.destroyForcibly().waitFor();

      String said = Files.readString(output);
      assertThat(ended).as("ended in time; it said:%n%s", said).isTrue();
      assertThat(process.exitValue()).as("exit code; it said:%n%s", said).isZero();
      said.lines()
          .filter(line -> line.startsWith(SKIPPED))
          .map(line -> line.substring(SKIPPED.length()))
          .findFirst()
          .ifPresent(Assumptions::abort);
    } finally {
      Files.delete(output);
    }
  }

  private static List<String> command(Path folder, String javaHome) throws IOException {
    Path tests = folder.resolve("target/test-classes");
    int port = freePort();
    return List.of(
        Path.of(javaHome, "bin", "java").toString(),
        "-javaagent:" + JAR,
        "-Dtestkit.port=" + port,
        "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + port,
        "-Dotel.bsp.schedule.delay=20",
        "-Dotel.blrp.schedule.delay=20",
        "-Dotel.metric.export.interval=200",
        "-cp",
        tests + File.pathSeparator + libraries(folder),
        "dev.weft.testkit.ForkedTests",
        tests.toString());
  }

  /** The class path of the tests, but for the agent's own classes: those come from the jar. */
  private static String libraries(Path folder) throws IOException {
    String all = Files.readString(folder.resolve("target/test.classpath"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).startsWith(ROOT.resolve("bootstrap")))
        .filter(entry -> !Path.of(entry).startsWith(ROOT.resolve("agent/api")))
        .filter(entry -> !Path.of(entry).startsWith(ROOT.resolve("agent/engine")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
