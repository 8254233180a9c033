// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

/** Finds where names end: words and quoted names, also several joined by dots. */
final class SqlNames {
  private final String sql;
  private final SqlDialect dialect;
  // no bracket closes any more, so that none is searched for again
  private boolean bracketsEnded;

  SqlNames(String sql, SqlDialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
  }

  /** The limit changes: a comment begins or ends. */
  void newRange() {
    bracketsEnded = false;
  }

  /** Returns the end of a name of one or more parts, or 0 or less if none begins here. */
  int end(int from, int limit) {
    int end = partEnd(from, limit);
    while (end > 0 && end + 1 < limit && sql.charAt(end) == '.') {
      int next = partEnd(end + 1, limit);
      if (next <= 0) {
        break;
      }
      end = next;
    }
    return end;
  }

  private int partEnd(int from, int limit) {
    char c = sql.charAt(from);
    if (c == '`' || c == '"') {
      boolean escapes = dialect == SqlDialect.CLICKHOUSE;
      return SqlScan.quotedEnd(sql, from + 1, limit, c, escapes);
    }
    if (c == '[') {
      return bracketEnd(from, limit);
    }
    return SqlScan.isWordStart(c) ? wordEnd(from, limit) : 0;
  }

  private int wordEnd(int from, int limit) {
    int end = from + 1;
    while (end < limit && isWordPart(end, limit)) {
      end++;
    }
    return end;
  }

  private boolean isWordPart(int index, int limit) {
    char c = sql.charAt(index);
    if (c == '@') {
      return index + 1 < limit && SqlScan.isWordStart(sql.charAt(index + 1));
    }
    return SqlScan.isWordPart(c) || (c == '#' && !dialect.hashComments);
  }

  /** Returns the end of {@code [name]}, or 0 if the bracket may hold values. */
  int bracketEnd(int from, int limit) {
    if (!dialect.bracketsHoldNames || bracketsEnded || isGlued(from)) {
      return 0;
    }
    boolean strict = dialect == SqlDialect.UNKNOWN;
    for (int i = from + 1; i < limit; i++) {
      if (sql.charAt(i) == ']') {
        return i + 1;
      }
      if (strict && !isLikelyInBrackets(i)) {
        return 0;
      }
    }
    bracketsEnded = true;
    return 0;
  }

  /** An index or an array follows its name directly. */
  private boolean isGlued(int bracket) {
    char before = bracket == 0 ? ' ' : sql.charAt(bracket - 1);
    return SqlScan.isWordPart(before) || before == ']' || before == ')';
  }

  private boolean isLikelyInBrackets(int index) {
    char c = sql.charAt(index);
    if (SqlScan.isDigit(c)) {
      return SqlScan.isWordPart(sql.charAt(index - 1));
    }
    return SqlScan.isWordStart(c) || " _-$#@".indexOf(c) >= 0;
  }
}
