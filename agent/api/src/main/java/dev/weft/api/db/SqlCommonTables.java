// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names that {@code WITH} gives to queries: they are no tables. */
final class SqlCommonTables {
  private final String sql;
  private Set<String> names = Collections.emptySet();

  SqlCommonTables(String sql) {
    this.sql = sql;
  }

  void add(int from, int to) {
    if (names.isEmpty()) {
      names = new HashSet<>();
    }
    names.add(plain(from, to));
  }

  boolean contains(int from, int to) {
    return !names.isEmpty() && names.contains(plain(from, to));
  }

  void clear() {
    names = Collections.emptySet();
  }

  private String plain(int from, int to) {
    boolean quoted = "\"`[".indexOf(sql.charAt(from)) >= 0 && to - from > 2;
    String name = quoted ? sql.substring(from + 1, to - 1) : sql.substring(from, to);
    return name.toLowerCase(Locale.ROOT);
  }
}
