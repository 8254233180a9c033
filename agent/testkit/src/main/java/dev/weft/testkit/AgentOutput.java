// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Copies the agent's lines from stderr. Thread-safe. */
final class AgentOutput extends OutputStream {
  private final PrintStream original;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final List<String> lines = new ArrayList<>();

  private AgentOutput(PrintStream original) {
    this.original = original;
  }

  static AgentOutput capture() {
    AgentOutput output = new AgentOutput(System.err);
    System.setErr(new PrintStream(output, true, StandardCharsets.UTF_8));
    return output;
  }

  @Override
  public synchronized void write(int b) {
    original.write(b);
    if (b != '\n') {
      line.write(b);
      return;
    }
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (text.startsWith("[weft]")) {
      lines.add(text);
    }
  }

  synchronized List<String> take() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }
}
