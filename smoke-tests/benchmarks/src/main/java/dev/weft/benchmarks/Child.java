// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A JVM that was started, to be talked to and measured. For one thread. */
public final class Child implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 120_000;

  /** What the reference agent says of itself, and what JVMs say that write an AOT cache. */
  private static final List<String> EXPECTED =
      List.of("[otel.javaagent ", "Picked up JAVA_TOOL_OPTIONS: -Djava.class.path=");

  private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

  private final Process shell;
  private final Subject subject;
  private final Path files;
  private final long startedNanos;
  private final Lines out;
  private final long pid;
  private final Peak peak;

  private Child(Process shell, Subject subject, Path files, long startedNanos)
      throws IOException, InterruptedException {
    this.shell = shell;
    this.subject = subject;
    this.files = files;
    this.startedNanos = startedNanos;
    this.out = Lines.of(shell.getInputStream());
    this.pid = awaitPid();
    this.peak = Peak.of(pid);
  }

  static Child start(ProcessBuilder builder, Subject subject, Path files)
      throws IOException, InterruptedException {
    long now = System.nanoTime();
    return new Child(builder.start(), subject, files, now);
  }

  private long awaitPid() throws IOException, InterruptedException {
    Path file = beside(".pid");
    while (true) {
      String text = Files.exists(file) ? Files.readString(file) : "";
      if (text.endsWith("\n")) {
        return Long.parseLong(text.strip());
      }
      if (!shell.isAlive()) {
        throw new IllegalStateException("it was not started: " + err());
      }
      Thread.sleep(1);
    }
  }

  /** When it was started, as {@link System#nanoTime()} told. */
  public long startedNanos() {
    return startedNanos;
  }

  /** Waits for a line on stdout that begins so, and returns the rest of it. */
  public String awaitLine(String prefix) throws IOException, InterruptedException {
    return out.await(prefix, PATIENCE_MILLIS).orElseThrow(() -> silent(prefix));
  }

  private IllegalStateException silent(String prefix) {
    return new IllegalStateException(subject + " does not print '" + prefix + "' but " + err());
  }

  /** Writes a line to its stdin. */
  public void say(String line) throws IOException {
    OutputStream in = shell.getOutputStream();
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  /** The number of the JVM's process. */
  public long pid() {
    return pid;
  }

  /** Its CPU time so far; in steps of 10 ms. */
  public double cpuMillis() throws IOException {
    return ProcessFile.cpuMillis(pid);
  }

  /** The CPU time so far of its threads of which the name begins so; in steps of 10 ms each. */
  public double cpuMillis(String threads) throws IOException {
    return ProcessFile.cpuMillis(pid, threads);
  }

  /** Its resident set now. */
  public double rssMegabytes() throws IOException {
    return ProcessFile.megabytes(pid, "VmRSS");
  }

  /** Ends its input, waits for its end, and says once what it prints on stderr. */
  public Ended end() throws IOException, InterruptedException {
    shell.getOutputStream().close();
    if (!shell.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(subject + " does not end; it has printed " + err());
    }
    reportErr();
    // before it the shell may have said that the process was killed
    List<String> timed = Files.readAllLines(beside(".time"));
    String[] times = timed.get(timed.size() - 1).split(" ");
    double cpu = Double.parseDouble(times[1]) + Double.parseDouble(times[2]);
    return new Ended(
        Double.parseDouble(times[0]) * 1000, cpu * 1000, peak.megabytes(), shell.exitValue());
  }

  private void reportErr() {
    List<String> lines = err().lines().filter(line -> !isExpected(line)).toList();
    if (!lines.isEmpty() && REPORTED.add(subject + " " + lines)) {
      System.err.println("note: on stderr under " + subject.label() + ": " + lines);
    }
  }

  private static boolean isExpected(String line) {
    return EXPECTED.stream().anyMatch(line::startsWith);
  }

  private String err() {
    try {
      return Files.readString(files);
    } catch (IOException e) {
      return "what cannot be read: " + e;
    }
  }

  private Path beside(String suffix) {
    return files.resolveSibling(files.getFileName() + suffix);
  }

  /** Kills it if it has not ended. */
  @Override
  public void close() throws IOException {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
    for (String suffix : List.of("", ".pid", ".time")) {
      Files.deleteIfExists(beside(suffix));
    }
  }
}
