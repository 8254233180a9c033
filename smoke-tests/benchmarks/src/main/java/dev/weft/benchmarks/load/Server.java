// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import dev.weft.benchmarks.Child;
import dev.weft.benchmarks.Launch;
import dev.weft.benchmarks.Sink;
import dev.weft.benchmarks.Subject;
import io.elava.stub.StubCloud;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An application in a JVM of its own, with what it needs. For one thread. */
final class Server implements AutoCloseable {
  /** All memory is there from the start, so that the resident set tells what is beside the heap. */
  private static final String[] OPTIONS = {
    "-Xms256m", "-Xmx256m", "-XX:+UseG1GC", "-XX:+AlwaysPreTouch"
  };

  /** Spans do not wait for the usual five seconds: it would have to be waited for them. */
  static final long SCHEDULE_DELAY_MILLIS = 1000;

  private final StubCloud cloud;
  private final Sink sink;
  private final Child child;
  private final int port;
  private int questions;

  private Server(StubCloud cloud, Sink sink, Child child) throws IOException, InterruptedException {
    this.cloud = cloud;
    this.sink = sink;
    this.child = child;
    this.port = URI.create(child.awaitLine("listening on ")).getPort();
  }

  /**
   * Starts one.
   *
   * @param processors how the JVM is restricted to some of the processors
   */
  static Server start(
      Application application, Subject subject, Path javaHome, Processors processors, Path work)
      throws IOException, InterruptedException {
    return start(application, subject, javaHome, processors, work, List.of(), Map.of());
  }

  /**
   * Starts one.
   *
   * @param options of the JVM, beside those that all have
   * @param settings environment variables, beside those that all have
   */
  static Server start(
      Application application,
      Subject subject,
      Path javaHome,
      Processors processors,
      Path work,
      List<String> options,
      Map<String, String> settings)
      throws IOException, InterruptedException {
    Sink sink = Sink.start();
    StubCloud cloud = StubCloud.startRestless(0);
    List<String> main = application.main(work, cloud);
    Launch launch =
        Launch.of(javaHome, subject)
            .option(OPTIONS)
            .option(options.toArray(String[]::new))
            .option(processors.options())
            .through(processors.command())
            .env("OTEL_BSP_SCHEDULE_DELAY", String.valueOf(SCHEDULE_DELAY_MILLIS))
            .sink(sink)
            .classPath(application.classPath())
            .work(work);
    settings.forEach(launch::env);
    Child child = launch.start(Served.class.getName(), main.toArray(String[]::new));
    return new Server(cloud, sink, child);
  }

  int port() {
    return port;
  }

  Sink sink() {
    return sink;
  }

  double residentMegabytes() throws IOException {
    return child.rssMegabytes();
  }

  Vitals vitals() throws IOException, InterruptedException {
    return Vitals.of(ask(Vitals.QUESTION));
  }

  Settled settled() throws IOException, InterruptedException {
    return Settled.of(ask(Settled.QUESTION));
  }

  private String ask(String question) throws IOException, InterruptedException {
    String numbered = question + " " + ++questions;
    child.say(numbered);
    return child.awaitLine(numbered + " ");
  }

  /** Ends the JVM, which sends what it has left to send. */
  void end() throws IOException, InterruptedException {
    int code = child.end().exitCode();
    if (code != 0) {
      throw new IllegalStateException("the application ended with " + code);
    }
  }

  @Override
  public void close() throws IOException {
    child.close();
    cloud.close();
    sink.close();
  }
}
