// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds one plain value in block-style YAML, which is what Spring's files are made of. Not a
 * parser: what it does not understand it passes over.
 */
final class YamlValue {
  private YamlValue() {}

  /**
   * Returns the first value of a key in any of the documents, or null.
   *
   * @param key dotted; each part may be nested or itself dotted
   */
  static @Nullable String of(String key, List<String> lines) {
    Deque<Level> levels = new ArrayDeque<>();
    for (String line : lines) {
      String text = line.trim();
      if (line.startsWith("---")) {
        levels.clear();
      }
      int colon = colon(text);
      if (colon <= 0 || text.startsWith("#") || text.startsWith("-")) {
        continue;
      }
      int indent = line.indexOf(text.charAt(0));
      while (!levels.isEmpty() && levels.element().indent >= indent) {
        levels.pop();
      }
      String parent = levels.isEmpty() ? "" : levels.element().path + ".";
      String path = parent + unquoted(text.substring(0, colon).trim());
      String value = withoutComment(text.substring(colon + 1).trim());
      if (value.isEmpty()) {
        levels.push(new Level(indent, path));
      } else if (path.equals(key)) {
        return unquoted(value);
      }
    }
    return null;
  }

  private static int colon(String text) {
    int colon = text.indexOf(": ");
    return colon < 0 && text.endsWith(":") ? text.length() - 1 : colon;
  }

  private static String withoutComment(String value) {
    if (value.startsWith("#")) {
      return "";
    }
    boolean quoted = value.startsWith("\"") || value.startsWith("'");
    int closing = quoted ? value.indexOf(value.charAt(0), 1) : -1;
    int comment = value.indexOf(" #", Math.max(closing, 0));
    return comment < 0 ? value : value.substring(0, comment).trim();
  }

  private static String unquoted(String text) {
    int last = text.length() - 1;
    boolean quoted = last > 0 && text.charAt(0) == text.charAt(last);
    return quoted && (text.charAt(0) == '"' || text.charAt(0) == '\'')
        ? text.substring(1, last)
        : text;
  }

  private static final class Level {
    final int indent;
    final String path;

    Level(int indent, String path) {
      this.indent = indent;
      this.path = path;
    }
  }
}
