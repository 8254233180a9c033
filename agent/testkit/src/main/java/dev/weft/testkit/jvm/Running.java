// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that was started: reads what it prints, tells it what to do, and ends it. */
public final class Running implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final Printed out;
  private final Printed err;

  Running(Process process) {
    this.process = process;
    this.out = Printed.by(process.getInputStream());
    this.err = Printed.by(process.getErrorStream());
  }

  /** Returns its process id. */
  public long pid() {
    return process.pid();
  }

  /** What it has printed on stdout so far. */
  public String stdout() {
    return out.text();
  }

  /** What it has printed on stderr so far. */
  public String stderr() {
    return err.text();
  }

  /** Sends a line to a {@code Shop} and waits until that is served. */
  public Running order(String line) {
    int before = out.count("served ");
    say(line);
    out.await("served ", before + 1, PATIENCE);
    return this;
  }

  /** Sends a line to a {@code Shop} so often, waiting each time. */
  public Running orders(int times, String line) {
    for (int i = 0; i < times; i++) {
      order(line);
    }
    return this;
  }

  /** Waits until a text is on stdout. */
  public Running awaitOut(String text) {
    out.await(text, 1, PATIENCE);
    return this;
  }

  /** Waits for a line on stdout that begins so, and returns the rest of it. */
  public String awaitLine(String beginning) {
    return out.awaitLine(beginning, PATIENCE);
  }

  /** Waits until a text is on stderr. */
  public Running awaitErr(String text) {
    err.await(text, 1, PATIENCE);
    return this;
  }

  /** Ends the input and waits for the process. */
  public Outcome end() {
    long start = System.nanoTime();
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyEnded) {
      throw new UncheckedIOException(alreadyEnded);
    }
    return outcome(start);
  }

  /** Sends SIGTERM and waits for the process. */
  public Outcome terminate() {
    long start = System.nanoTime();
    process.toHandle().destroy(); // the handle, for Process.destroy() ends the input too
    return outcome(start);
  }

  private void say(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException("it has printed " + out.text() + err.text(), e);
    }
  }

  private Outcome outcome(long start) {
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("still running; it has printed " + out.text() + err.text());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Duration lastWords = Duration.ofNanos(System.nanoTime() - start);
    return new Outcome(process.exitValue(), out.whole(), err.whole(), lastWords);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
