// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import dev.weft.benchmarks.Child;
import dev.weft.benchmarks.Launch;
import dev.weft.benchmarks.Sink;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import dev.weft.testkit.RawHttp;
import dev.weft.testkit.RawRequest;
import dev.weft.testkit.RawResponse;
import dev.weft.testkit.jvm.Jvm;
import io.elava.stub.StubCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A web application on Spring Boot, from the start of its process to the first response, which
 * takes one look into a database and one call of AWS. It is started from plain jars, for archives
 * know no classes in jars of jars.
 */
final class BootStart implements Application, AutoCloseable {
  private static final long PATIENCE_MILLIS = 20_000;

  /** Of the request itself, of the database, and of AWS; the first is the last to end. */
  private static final int SPANS = 3;

  private final StubCloud cloud = StubCloud.start(0);
  private final Path jar;

  BootStart(Path folder) throws IOException, InterruptedException {
    jar = extracted(folder);
  }

  /** As Spring Boot's documentation says. */
  private static Path extracted(Path folder) throws IOException, InterruptedException {
    Path packed = Path.of(System.getProperty("spring-boot.jar", "")).toAbsolutePath();
    Path to = folder.resolve("spring-boot");
    Process process =
        new ProcessBuilder(
                Jvm.HOME.resolve("bin/java").toString(),
                "-Djarmode=tools",
                "-jar",
                packed.toString(),
                "extract",
                "--force",
                "--destination",
                to.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("extract.log").toFile())
            .start();
    Path jar = to.resolve(packed.getFileName());
    if (process.waitFor() != 0 || !Files.isRegularFile(jar)) {
      String said = Files.readString(folder.resolve("extract.log"));
      throw new IOException(packed + " cannot be extracted: " + said);
    }
    return jar;
  }

  @Override
  public String name() {
    return "Spring Boot";
  }

  @Override
  public void run(Launch launch) throws IOException, InterruptedException {
    try (Child child = start(launch)) {
      firstResponse(child);
      child.end().successfully();
    }
  }

  @Override
  public void measure(State state, Subject subject, Table table)
      throws IOException, InterruptedException {
    Sink sink = state.sink();
    long before = sink.spans();
    try (Child child = start(state.launch(subject, name()))) {
      firstResponse(child);
      table.add("first response", "ms", subject, millisSince(child));
      table.add("CPU until then", "ms", subject, child.cpuMillis());
      table.add("RSS then", "MB", subject, child.rssMegabytes());
      if (isObserving(subject)) {
        if (!sink.awaitSpans(before + SPANS, PATIENCE_MILLIS)) {
          throw new IllegalStateException(
              subject.label() + " has sent " + (sink.spans() - before) + " spans of " + SPANS);
        }
        table.add("first trace received", "ms", subject, millisSince(child));
      }
      child.end().successfully();
    }
    table.add("spans delivered", subject, sink.spans() - before);
  }

  /**
   * Adds the CPU until the first response, and how much of it are threads of the JVM and of Weft.
   */
  void measureCpu(Launch launch, Subject subject, Table table)
      throws IOException, InterruptedException {
    try (Child child = start(launch)) {
      firstResponse(child);
      table.add("first response", "ms", subject, millisSince(child));
      table.add("CPU until then", "ms", subject, child.cpuMillis());
      double compiling = child.cpuMillis("C1 Compiler") + child.cpuMillis("C2 Compiler");
      table.add("of that CPU, compiling", "ms", subject, compiling);
      double collecting = child.cpuMillis("G1 ") + child.cpuMillis("GC Thread");
      table.add("of that CPU, collecting garbage", "ms", subject, collecting);
      table.add("of that CPU, the thread that exports", "ms", subject, child.cpuMillis("weft-"));
      child.end().successfully();
    }
  }

  private static boolean isObserving(Subject subject) {
    return subject == Subject.WEFT || subject == Subject.REFERENCE;
  }

  private Child start(Launch launch) throws IOException, InterruptedException {
    return launch
        .option("-Dshop.cloud=" + cloud.endpoint(), "-Dshop.peer=" + cloud.endpoint())
        .option("-Dserver.port=0", "-Dspring.datasource.url=jdbc:h2:mem:shop")
        .start(jar.toString());
  }

  private static void firstResponse(Child child) throws IOException, InterruptedException {
    int port = Integer.parseInt(child.awaitLine("open "));
    RawResponse response = RawHttp.send(port, RawRequest.get("/stock/7"));
    if (response.status() != 200) {
      throw new IllegalStateException("the first response is " + response);
    }
  }

  private static double millisSince(Child child) {
    return (System.nanoTime() - child.startedNanos()) / 1e6;
  }

  @Override
  public void close() {
    cloud.close();
  }
}
