// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import dev.weft.benchmarks.Sink;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.stub.ApplicationClassPath;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One JVM in which JMH makes calls of one kind under one subject. JMH hands its own environment on,
 * so settings are system properties here, and there must be none in the environment.
 */
final class Fork {
  /** The system property that names the file for what {@link Calls} counted. */
  static final String NOTES = "calls.notes";

  /** The system property that names the folder of the stub driver's classes. */
  static final String DRIVER = "calls.driver";

  /** The system property that holds the address of {@link LoopbackAnswers}. */
  static final String SERVER = "calls.server";

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Path work;
  private final boolean quick;
  private final List<String> common = new ArrayList<>();
  private final Path java;

  Fork(Path javaHome, Path work, boolean quick) {
    this.java = javaHome.resolve("bin/java");
    this.work = work;
    this.quick = quick;
  }

  /** Sets a system property for all. */
  Fork property(String name, Object value) {
    common.add("-D" + name + "=" + value);
    return this;
  }

  /** Sends traces and metrics to a sink; log records belong to another instrumentation. */
  Fork settings(Sink sink) {
    checkEnvironment();
    return property("otel.exporter.otlp.endpoint", sink.endpoint())
        .property("otel.exporter.otlp.protocol", "http/protobuf")
        .property("otel.semconv-stability.opt-in", "database,code")
        .property("otel.javaagent.add-thread-details", false)
        .property("otel.service.name", "benchmark")
        .property("otel.logs.exporter", "none")
        .property("otel.instrumentation.logback-appender.enabled", false);
  }

  private static void checkEnvironment() {
    for (String name : System.getenv().keySet()) {
      if (name.startsWith("OTEL_") || name.equals("JAVA_TOOL_OPTIONS")) {
        throw new IllegalStateException(name + " is set, and would change what is measured");
      }
    }
  }

  /** Runs to the end; what JMH and the JVM say goes to a file named in what is thrown. */
  Figures run(Verb verb, Subject subject, Recording recording) throws IOException {
    String name = verb + "-" + subject + "-" + recording;
    List<String> options = new ArrayList<>(verb.on(subject, work));
    options.addAll(recording.options(verb));
    return run(verb.pattern(), subject, name, options);
  }

  /**
   * Runs to the end.
   *
   * @param pattern what JMH is to run
   * @param name the name for its files
   * @param more options of the JVM, behind the common ones
   */
  Figures run(String pattern, Subject subject, String name, List<String> more) throws IOException {
    Path log = work.resolve("calls-" + name + ".log");
    Path notes = work.resolve("calls.notes");
    Files.deleteIfExists(notes);
    List<String> options = new ArrayList<>(subject.options());
    options.addAll(common);
    options.addAll(more);
    options.add("-D" + NOTES + "=" + notes);
    Path errors = log.resolveSibling(log.getFileName() + ".err");
    PrintStream before = System.err;
    String classPath = System.getProperty("java.class.path");
    System.setProperty("java.class.path", ApplicationClassPath.text()); // JMH hands it on
    try (PrintStream collected = new PrintStream(errors.toFile(), StandardCharsets.UTF_8)) {
      System.setErr(collected); // where JMH prints what its forks do
      Collection<RunResult> results = new Runner(plan(pattern, log, options)).run();
      collected.flush();
      checkSilent(errors);
      return figures(results, Files.readAllLines(notes));
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH failed, see " + log + " and " + errors, e);
    } finally {
      System.setErr(before);
      System.setProperty("java.class.path", classPath);
    }
  }

  private Options plan(String pattern, Path log, List<String> options) {
    return new OptionsBuilder()
        .include(pattern)
        .jvm(java.toString())
        .jvmArgs(options.toArray(String[]::new))
        .addProfiler(GCProfiler.class)
        .forks(1)
        .threads(1)
        .shouldFailOnError(true)
        .warmupIterations(quick ? 2 : 4)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(quick ? 3 : 5)
        .measurementTime(TimeValue.seconds(1))
        .output(log.toString())
        .build();
  }

  /** An agent that has something to say does not do what is to be measured. */
  private static void checkSilent(Path log) throws IOException {
    for (String line : Files.readAllLines(log)) {
      if (line.contains("[weft]")) {
        throw new IllegalStateException(log + ": " + line);
      }
    }
  }

  private static Figures figures(Collection<RunResult> results, List<String> notes) {
    RunResult only = results.iterator().next();
    Figures figures = new Figures();
    for (IterationResult iteration :
        only.getBenchmarkResults().iterator().next().getIterationResults()) {
      figures.nanos(iteration.getPrimaryResult().getScore());
      Result<?> allocated = iteration.getSecondaryResults().get(ALLOCATED);
      if (allocated == null) {
        throw new IllegalStateException("JMH says nothing of allocation");
      }
      figures.allBytes(allocated.getScore());
    }
    figures.notes(notes);
    return figures;
  }
}
