// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import org.jspecify.annotations.Nullable;

/** The {@code address=(host=h)(port=1)} of MySQL, MariaDB and Oracle. */
final class JdbcAddressBlocks {
  private JdbcAddressBlocks() {}

  /** Returns the hosts of all blocks of this name, or null if any of them is unusable. */
  static @Nullable JdbcHosts parse(String text, String block) {
    JdbcHosts hosts = new JdbcHosts();
    int from = indexOfBlock(text, block, 0);
    while (from >= 0) {
      int next = indexOfBlock(text, block, from + 1);
      String attributes = text.substring(from, next < 0 ? text.length() : next);
      String port = attribute(attributes, "port");
      if (!hosts.add(attribute(attributes, "host"), port == null ? "" : port)) {
        return null;
      }
      from = next;
    }
    return hosts.isEmpty() ? null : hosts;
  }

  /** Returns the value in {@code (name = value)}, or null. */
  static @Nullable String attribute(String text, String name) {
    for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
      int equals = text.indexOf('=', open);
      int close = text.indexOf(')', open);
      if (equals < 0 || close < 0) {
        return null;
      }
      if (equals < close && text.substring(open + 1, equals).trim().equals(name)) {
        return text.substring(equals + 1, close).trim();
      }
    }
    return null;
  }

  /** Finds {@code block =}, but not {@code block_list =}. */
  private static int indexOfBlock(String text, String block, int from) {
    int index = text.indexOf(block, from);
    while (index >= 0) {
      int next = index + block.length();
      while (next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
      if (next < text.length() && text.charAt(next) == '=') {
        return index;
      }
      index = text.indexOf(block, index + 1);
    }
    return -1;
  }
}
