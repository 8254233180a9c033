// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the agent says while a test runs. */
public final class CapturedErr implements AutoCloseable {
  private final PrintStream before = System.err;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile Runnable onLine = () -> {};

  /** Captures from now on. */
  public CapturedErr() {
    System.setErr(
        new PrintStream(bytes, true, UTF_8) {
          @Override
          public void println(@Nullable String line) {
            if (failures.get() > 0) {
              failures.decrementAndGet();
              throw new OutOfMemoryError("of the test");
            }
            onLine.run();
            super.println(line);
          }
        });
  }

  /** Has something done for each line. */
  public void onLine(Runnable action) {
    onLine = action;
  }

  /** Has so many lines end in an {@code OutOfMemoryError}. */
  public void outOfMemory(int lines) {
    failures.set(lines);
  }

  /** Waits until they have. */
  public void awaitRecovery() {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (failures.get() > 0) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(failures + " lines were not printed");
      }
      Thread.onSpinWait();
    }
  }

  /** Returns the agent's lines, without their mark. */
  public List<String> lines() {
    return bytes
        .toString(UTF_8)
        .lines()
        .filter(line -> line.startsWith("[weft] "))
        .map(line -> line.substring("[weft] ".length()))
        .toList();
  }

  @Override
  public void close() {
    System.setErr(before);
  }
}
