// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The reconciler in a JVM of its own under the agent. The jars are those of the system properties
 * {@code weft.jar} and {@code weft.reconciler.jar}; of the environment it gets what is given here
 * and none of the variables that would steer the JVM, the agent or the reconciler.
 */
final class ReconcilerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final ProcessOutput out;
  private final ProcessOutput err;

  private ReconcilerProcess(Process process) {
    this.process = process;
    this.out = ProcessOutput.of("reconciler-out", process.getInputStream());
    this.err = ProcessOutput.of("reconciler-err", process.getErrorStream());
  }

  /**
   * Starts it.
   *
   * @param javaHome the JDK to run it on
   * @param environment added to what is left of this process's own
   * @param flags of the reconciler
   */
  static ReconcilerProcess start(Path javaHome, Map<String, String> environment, String... flags)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.add("-javaagent:" + jar("weft.jar"));
    command.add("-jar");
    command.add(jar("weft.reconciler.jar"));
    command.addAll(List.of(flags));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(ReconcilerProcess::steers);
    builder.environment().putAll(environment);
    return new ReconcilerProcess(builder.start());
  }

  private static boolean steers(String variable) {
    return variable.startsWith("OTEL_")
        || variable.startsWith("ELAVA_")
        || variable.startsWith("AWS_")
        || variable.equals("JAVA_TOOL_OPTIONS")
        || variable.equals("JDK_JAVA_OPTIONS");
  }

  private static String jar(String property) {
    String path = System.getProperty(property);
    if (path == null || !Path.of(path).toFile().isFile()) {
      throw new IllegalStateException(property + " is not a file, but " + path);
    }
    return path;
  }

  /** Waits until it serves and returns its port. */
  int awaitPort() throws InterruptedException {
    return portIn("listening on ");
  }

  /** Waits for its stub of a cloud and returns the port of that. */
  int awaitStubPort() throws InterruptedException {
    return portIn("stub cloud on ");
  }

  /** Waits for a line on its standard error that begins like this and returns the rest of it. */
  String awaitErr(String beginning) throws InterruptedException {
    return err.awaitLine(beginning, PATIENCE);
  }

  private int portIn(String beginning) throws InterruptedException {
    try {
      return URI.create(out.awaitLine(beginning, PATIENCE)).getPort();
    } catch (IllegalStateException e) {
      throw new IllegalStateException(e.getMessage() + "; stderr: " + err.lines(), e);
    }
  }

  /** Returns its process id. */
  long pid() {
    return process.pid();
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.toHandle().destroy(); // the handle, for Process.destroy() closes the streams too
  }

  /** Waits for its end and returns its exit code. */
  int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the reconciler does not end; stderr: " + err.lines());
    }
    return process.exitValue();
  }

  /** Returns all lines of its standard output; waits for its end. */
  List<String> stdout() throws InterruptedException {
    return out.awaitEnd(PATIENCE);
  }

  /** Returns all lines of its standard error; waits for its end. */
  List<String> stderr() throws InterruptedException {
    return err.awaitEnd(PATIENCE);
  }

  /** Kills it if it still runs. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
