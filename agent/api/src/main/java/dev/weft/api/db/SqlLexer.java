// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import dev.weft.api.db.SqlDialect.Backslash;

/**
 * Reads an SQL text once, writes it without its literals, and tells the summary about its words.
 * What cannot be read with certainty is masked up to the end of the text.
 */
final class SqlLexer {
  private final String sql;
  private final SqlDialect dialect;
  private final SqlSummary summary;
  private final SqlOutput out;
  private final SqlNames names;
  private final SqlSecrets secrets = new SqlSecrets();
  private int position;
  // the end of the text, or of the comment that is being read
  private int limit;
  private boolean inComment;
  private int lastWord;

  SqlLexer(String sql, SqlDialect dialect, SqlSummary summary) {
    this.sql = sql;
    this.dialect = dialect;
    this.summary = summary;
    this.names = new SqlNames(sql, dialect);
    this.out = new SqlOutput(sql.length());
    this.limit = sql.length();
  }

  String run() {
    while (!out.isFull()) {
      if (position < limit) {
        element(sql.charAt(position));
      } else if (inComment) {
        endComment();
      } else {
        break;
      }
    }
    return out.finish();
  }

  private void element(char c) {
    if (SqlScan.isSpace(c)) {
      position++;
      out.space();
    } else if (SqlScan.isWordStart(c)) {
      word();
    } else if (SqlScan.isDigit(c)) {
      number(position);
    } else {
      quotedOrSymbol(c);
    }
  }

  private void quotedOrSymbol(char c) {
    switch (c) {
      case '\'':
        string(position, c, dialect.backslash == Backslash.ESCAPES, false);
        break;
      case '"':
        doubleQuoted();
        break;
      case '`':
        quotedName();
        break;
      case '[':
        bracket();
        break;
      case '$':
        dollar();
        break;
      case '+':
      case '-':
      case '.':
        sign();
        break;
      case '/':
        slash();
        break;
      case '#':
        hash();
        break;
      default:
        symbol(c);
    }
  }

  private void word() {
    int from = position;
    int end = names.end(from, limit);
    if (end < limit && sql.charAt(end) == '\'' && dialect.hasPrefixedStrings()) {
      String prefix = end - from > 2 ? "" : sql.substring(from, end);
      if (prefix.equalsIgnoreCase("q") || prefix.equalsIgnoreCase("nq")) {
        out.word(sql, from, end, SqlKeyword.NONE);
        literalUpTo(SqlScan.delimitedEnd(sql, end, limit));
        return;
      }
      if (prefix.equalsIgnoreCase("e")) {
        out.word(sql, from, end, SqlKeyword.NONE);
        string(end, '\'', true, true);
        return;
      }
    }
    if (!SqlScan.isUuid(sql, from, limit)) {
      name(from, end);
    } else {
      number(from);
    }
  }

  private void name(int from, int end) {
    SqlKeyword keyword = SqlKeyword.of(sql, from, end);
    out.word(sql, from, end, keyword);
    position = end;
    if (inComment) {
      return;
    }
    lastWord = from;
    summary.word(keyword, from, end);
    if (secrets.beginsAfter(sql, from, end, keyword)) {
      out.space();
      maskRest();
    }
  }

  /** A number with signs and units, as in {@code -1.5e-3}, {@code 0xFF}, {@code 1-2}. */
  private void number(int from) {
    int end = SqlScan.isUuid(sql, from, limit) ? from + 36 : from;
    while (end < limit && isNumberPart(end)) {
      end++;
    }
    position = end;
    out.value();
    summaryValue();
  }

  private boolean isNumberPart(int index) {
    char c = sql.charAt(index);
    if (c == '+' || c == '-') {
      return !isLineComment(index);
    }
    if (SqlScan.isWordStart(c)) {
      char before = sql.charAt(index - 1);
      return before != '+' && before != '-';
    }
    return c == '.' || SqlScan.isDigit(c) || (c != '$' && SqlScan.isWordPart(c));
  }

  private void sign() {
    if (isLineComment(position)) {
      comment(position, SqlScan.lineEnd(sql, position, limit));
      return;
    }
    int end = position;
    while (end < limit && "+-.".indexOf(sql.charAt(end)) >= 0 && !isLineComment(end)) {
      end++;
    }
    if (end < limit && SqlScan.isDigit(sql.charAt(end))) {
      position = end;
      number(end);
      return;
    }
    out.comment(sql, position, end);
    position = end;
    summaryOther();
  }

  private boolean isLineComment(int index) {
    if (inComment || !sql.startsWith("--", index)) {
      return false;
    }
    return !dialect.dashesNeedSpace()
        || index + 2 >= limit
        || SqlScan.isSpace(sql.charAt(index + 2));
  }

  /** A literal in quotes; masks the rest where its end is uncertain. */
  private void string(int quote, char c, boolean escapes, boolean certain) {
    int end = SqlScan.quotedEnd(sql, quote + 1, limit, c, escapes);
    if (!certain && dialect.backslash == Backslash.IS_AMBIGUOUS && end > 0) {
      boolean escapeClause = end == quote + 3 && sql.regionMatches(true, lastWord, "ESCAPE", 0, 6);
      if (!escapeClause && SqlScan.hasBackslashedQuote(sql, quote + 1, end, c)) {
        maskRest();
        return;
      }
    }
    literalUpTo(end);
  }

  private void doubleQuoted() {
    int from = position;
    int end = SqlScan.quotedEnd(sql, from + 1, limit, '"', dialect == SqlDialect.CLICKHOUSE);
    int nameEnd = end < 0 ? end : names.end(from, limit);
    if (dialect.doubleQuotesHoldNames || nameEnd > end) {
      quotedName();
      return;
    }
    string(from, '"', dialect.backslash == Backslash.ESCAPES, false);
  }

  private void quotedName() {
    int end = names.end(position, limit);
    if (end <= 0) {
      maskRest();
      return;
    }
    name(position, end);
  }

  private void bracket() {
    int end = names.bracketEnd(position, limit);
    if (end <= 0) {
      symbol('[');
      return;
    }
    name(position, names.end(position, limit));
  }

  private void dollar() {
    int end = position + 1 < limit ? SqlScan.dollarQuotedEnd(sql, position, limit) : 0;
    if (end != 0) {
      literalUpTo(end);
      return;
    }
    int from = position++;
    while (position < limit && SqlScan.isWordPart(sql.charAt(position))) {
      position++;
    }
    out.comment(sql, from, position);
    summaryValue();
  }

  private void slash() {
    if (!sql.startsWith("/*", position)) {
      symbol('/');
      return;
    }
    if (inComment) {
      // databases differ on whether comments nest, and so on where this one ends
      out.mute();
    }
    out.comment(sql, position, position + 2);
    position += 2;
    if (!inComment) {
      int end = sql.indexOf("*/", position);
      inComment = true;
      limit = end < 0 ? limit : end;
      names.newRange();
    }
  }

  private void endComment() {
    int end = Math.min(sql.length(), limit + 2);
    out.comment(sql, limit, end);
    position = end;
    limit = sql.length();
    inComment = false;
    names.newRange();
  }

  private void hash() {
    if (dialect.hashComments && !inComment) {
      comment(position, SqlScan.lineEnd(sql, position, limit));
    } else if (dialect == SqlDialect.UNKNOWN && !inComment && isBeforeSpace()) {
      maskRest(); // a comment to some, an operator to others
    } else {
      symbol('#');
    }
  }

  private boolean isBeforeSpace() {
    return position + 1 < limit && SqlScan.isSpace(sql.charAt(position + 1));
  }

  private void comment(int from, int end) {
    out.comment(sql, from, end);
    position = end;
  }

  private void symbol(char c) {
    position++;
    if (c == '?') {
      out.value();
      summaryValue();
      return;
    }
    out.symbol(c);
    if (inComment) {
      return;
    }
    if (c == ';') {
      secrets.semicolon();
    }
    summary.symbol(c);
  }

  private void literalUpTo(int end) {
    if (end < 0) {
      maskRest();
      return;
    }
    int from = position;
    position = end;
    out.value();
    if (inComment) {
      return;
    }
    secrets.value();
    if (sql.charAt(from) == '"') {
      summary.quoted(from, end);
    } else {
      summary.value();
    }
  }

  private void maskRest() {
    out.value();
    summaryValue();
    position = limit;
  }

  private void summaryValue() {
    if (!inComment) {
      summary.value();
    }
  }

  private void summaryOther() {
    if (!inComment) {
      summary.symbol(' ');
    }
  }
}
