// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that is about to be started under one of the subjects: with the same settings whatever that
 * is, and with none that this process happens to have.
 */
public final class Launch {
  private static final List<String> FOREIGN =
      List.of("OTEL_", "WEFT_", "AWS_", "JAVA_TOOL_OPTIONS", "JDK_", "_JAVA_OPTIONS", "MAVEN_");

  /** Has a process timed, with its number known: the subshell becomes the process. */
  private static final String TIMED =
      "exec 3>&2; LC_ALL=C; TIMEFORMAT='%R %U %S';"
          + " { time { (echo $BASHPID >\"$0.pid\"; exec \"$@\" 2>&3 3>&-); }; } 2>\"$0.time\"; exit $?";

  private final Path javaHome;
  private final Subject subject;
  private final List<String> earlier = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private List<String> wrapper = List.of();
  private List<Path> classPath = List.of();
  private @Nullable Path work;

  private Launch(Path javaHome, Subject subject) {
    this.javaHome = javaHome;
    this.subject = subject;
    env("JAVA_HOME", javaHome.toString());
    env("OTEL_SEMCONV_STABILITY_OPT_IN", "database,code");
    env("OTEL_JAVAAGENT_ADD_THREAD_DETAILS", "false");
    env("OTEL_SERVICE_NAME", "benchmark");
    for (String signal : List.of("TRACES", "METRICS", "LOGS")) {
      env("OTEL_" + signal + "_EXPORTER", "none");
    }
  }

  /** Begins one, on the Java under a folder; exports nothing unless there is a sink. */
  public static Launch of(Path javaHome, Subject subject) {
    return new Launch(javaHome, subject);
  }

  /** Adds options of the JVM, behind the agent's. */
  public Launch option(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  /** Adds options of the JVM, before the agent's. */
  public Launch before(String... more) {
    earlier.addAll(Arrays.asList(more));
    return this;
  }

  /** Sets an environment variable. */
  public Launch env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Has all three signals exported to a sink. */
  public Launch sink(Sink sink) {
    for (String signal : List.of("TRACES", "METRICS", "LOGS")) {
      env("OTEL_" + signal + "_EXPORTER", "otlp");
    }
    env("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    return env("OTEL_EXPORTER_OTLP_ENDPOINT", sink.endpoint());
  }

  /** Has the JVM started by a command that becomes the JVM: {@code taskset -c 0}. */
  public Launch through(List<String> command) {
    wrapper = List.copyOf(command);
    return this;
  }

  /** Sets the class path. */
  public Launch classPath(List<Path> entries) {
    classPath = List.copyOf(entries);
    return this;
  }

  /** Sets the folder in which it runs; a new one under that for temporary files if not set. */
  public Launch work(Path folder) {
    work = folder;
    return this;
  }

  /** Starts a main class, or a jar. */
  public Child start(String mainClassOrJar, String... arguments)
      throws IOException, InterruptedException {
    Path folder = work == null ? Files.createTempDirectory("weft-benchmarks") : work;
    Path files = Files.createTempFile(folder, "child", "");
    List<String> command = new ArrayList<>(List.of("bash", "-c", TIMED, files.toString()));
    command.addAll(java(mainClassOrJar));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
    builder.environment().putAll(environment);
    builder.redirectError(files.toFile());
    return Child.start(builder, subject, files);
  }

  private List<String> java(String mainClassOrJar) {
    List<String> command = new ArrayList<>(wrapper);
    command.add(javaHome.resolve("bin/java").toString());
    command.addAll(earlier);
    command.addAll(subject.options());
    command.addAll(options);
    if (!classPath.isEmpty()) {
      List<String> entries = classPath.stream().map(entry -> entry.toAbsolutePath() + "").toList();
      command.addAll(List.of("-cp", String.join(File.pathSeparator, entries)));
    }
    if (mainClassOrJar.endsWith(".jar")) {
      command.add("-jar");
    }
    command.add(mainClassOrJar);
    return command;
  }
}
