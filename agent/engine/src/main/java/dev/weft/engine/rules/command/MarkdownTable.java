// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A section of a page with one table, each row once; without a row there is no section. */
final class MarkdownTable {
  private final String title;
  private final String head;
  private final String line;
  private final Set<String> rows = new LinkedHashSet<>();

  MarkdownTable(String title, String... columns) {
    this.title = title;
    head = joined(columns);
    line = "|" + String.join("", Collections.nCopies(columns.length, "---|"));
  }

  private static String joined(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  void row(String... cells) {
    rows.add(joined(cells));
  }

  /** Adds its lines, set off from what is there. */
  void to(List<String> lines) {
    if (rows.isEmpty()) {
      return;
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add("## " + title);
    lines.add("");
    lines.add(head);
    lines.add(line);
    lines.addAll(rows);
  }

  /** Returns a cell, or a part of one, that is no prose. */
  static String code(String text) {
    String fence = text.indexOf('`') < 0 ? "`" : "``";
    return fence + text(text) + fence;
  }

  static String text(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|").trim();
  }
}
