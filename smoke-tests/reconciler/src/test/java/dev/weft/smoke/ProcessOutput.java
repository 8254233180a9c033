// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The lines that a process has printed on one of its streams. Thread-safe. */
final class ProcessOutput {
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  /** Reads the stream to its end, on a thread of its own. */
  static ProcessOutput of(String name, InputStream stream) {
    ProcessOutput output = new ProcessOutput();
    Thread reader = new Thread(() -> output.read(stream), name);
    reader.setDaemon(true);
    reader.start();
    return output;
  }

  private void read(InputStream stream) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("output broke off: " + e);
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Returns the lines so far. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /**
   * Waits for a line that begins like this and returns the rest of it.
   *
   * @throws IllegalStateException with all lines, if the stream ends or the time is over
   */
  synchronized String awaitLine(String beginning, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    int next = 0;
    while (true) {
      for (; next < lines.size(); next++) {
        if (lines.get(next).startsWith(beginning)) {
          return lines.get(next).substring(beginning.length());
        }
      }
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (ended || millis <= 0) {
        throw new IllegalStateException("no line '" + beginning + "' in " + lines);
      }
      wait(millis);
    }
  }

  /** Waits for the end of the stream and returns all lines. */
  synchronized List<String> awaitEnd(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!ended) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        throw new IllegalStateException("output has no end: " + lines);
      }
      wait(millis);
    }
    return List.copyOf(lines);
  }
}
