// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines that a process prints, as they come. Thread-safe. */
final class Lines {
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  private Lines() {}

  static Lines of(InputStream stream) {
    Lines lines = new Lines();
    Thread reader = new Thread(() -> lines.read(stream), "lines");
    reader.setDaemon(true);
    reader.start();
    return lines;
  }

  private void read(InputStream stream) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        add(line);
      }
    } catch (IOException closed) {
      add("(" + closed + ")");
    }
    end();
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * Waits for a line that begins so, takes it and all before it, and returns the rest of it; empty
   * if none came.
   */
  synchronized Optional<String> await(String prefix, long patienceMillis)
      throws InterruptedException {
    long deadline = System.nanoTime() + patienceMillis * 1_000_000;
    while (true) {
      while (!lines.isEmpty()) {
        String line = lines.remove(0);
        if (line.startsWith(prefix)) {
          return Optional.of(line.substring(prefix.length()));
        }
      }
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (ended || left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
  }
}
