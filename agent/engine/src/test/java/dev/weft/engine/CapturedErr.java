// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What the agent says while a test runs. */
public final class CapturedErr implements AutoCloseable {
  private final PrintStream before = System.err;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Captures from now on. */
  public CapturedErr() {
    System.setErr(new PrintStream(bytes, true, UTF_8));
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
