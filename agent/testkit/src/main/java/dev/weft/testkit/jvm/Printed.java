// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit.jvm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** What a process prints on one of its streams, as it comes. Thread-safe. */
final class Printed {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Thread reader;

  private Printed(InputStream stream) {
    reader = new Thread(() -> read(stream), "printed");
    reader.setDaemon(true);
  }

  static Printed by(InputStream stream) {
    Printed printed = new Printed(stream);
    printed.reader.start();
    return printed;
  }

  private void read(InputStream stream) {
    byte[] chunk = new byte[8192];
    try {
      for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) {
        add(chunk, n);
      }
    } catch (IOException closed) {
      add(chunk, 0);
    }
  }

  private synchronized void add(byte[] chunk, int length) {
    bytes.write(chunk, 0, length);
    notifyAll();
  }

  synchronized String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  synchronized int count(String text) {
    return text().split(Pattern.quote(text), -1).length - 1;
  }

  /** Waits until a text was printed so often. */
  synchronized void await(String text, int times, Duration patience) {
    await(() -> count(text) >= times, text, patience);
  }

  /** Waits for a whole line that begins so, and returns the rest of it. */
  synchronized String awaitLine(String beginning, Duration patience) {
    Pattern line = Pattern.compile("(?m)^" + Pattern.quote(beginning) + "(.*)\\R");
    await(() -> line.matcher(text()).find(), beginning, patience);
    return line.matcher(text()).results().findFirst().orElseThrow().group(1);
  }

  private void await(BooleanSupplier printed, String text, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!printed.getAsBoolean()) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("no '" + text + "' in\n" + text());
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Returns everything, after the process has ended. */
  String whole() {
    try {
      reader.join(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return text();
  }
}
