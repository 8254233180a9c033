// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.util.List;

/** Lays a table out. */
final class TableText {
  private TableText() {}

  static String markdown(String title, String command, List<List<String>> cells) {
    StringBuilder out = new StringBuilder("### " + title + "\n\n`" + command + "`\n\n");
    for (int i = 0; i < cells.size(); i++) {
      out.append("| ").append(String.join(" | ", cells.get(i))).append(" |\n");
      if (i == 0) {
        out.append("|---|").append("---:|".repeat(cells.get(i).size() - 1)).append('\n');
      }
    }
    return out.toString();
  }

  static String plain(String title, String command, List<List<String>> cells) {
    StringBuilder out = new StringBuilder(title + "   (" + command + ")\n");
    int columns = cells.get(0).size();
    for (List<String> row : cells) {
      for (int i = 0; i < columns; i++) {
        String gap = " ".repeat(width(cells, i) - row.get(i).length());
        out.append(i == 0 ? row.get(i) + gap : "   " + gap + row.get(i));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static int width(List<List<String>> cells, int column) {
    return cells.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
