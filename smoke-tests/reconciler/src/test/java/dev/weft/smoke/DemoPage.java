// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import java.io.PrintStream;
import java.util.List;

/** Text on a terminal of a given width. */
final class DemoPage {
  private static final String ELLIPSIS = "...";

  private final PrintStream out;
  private final int width;

  DemoPage(PrintStream out, int width) {
    this.out = out;
    this.width = Math.max(width, 60);
  }

  void line(String format, Object... values) {
    out.println(String.format(format, values));
  }

  void heading(String text) {
    out.println();
    out.println(text);
    out.println("-".repeat(text.length()));
  }

  /** Prints a paragraph, broken between words. */
  void text(String paragraph) {
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > Math.min(width, 100)) {
        out.println(line);
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    out.println(line);
    out.println();
  }

  /** Prints lines as they are. */
  void whole(List<String> lines) {
    lines.forEach(out::println);
  }

  /** Prints lines, each cut off where the terminal ends. */
  void cut(List<String> lines) {
    for (String line : lines) {
      out.println(
          line.length() <= width ? line : line.substring(0, width - ELLIPSIS.length()) + ELLIPSIS);
    }
  }
}
