// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import org.jspecify.annotations.Nullable;

/** Notes operations and targets, also as {@code SELECT users; UPDATE orders}, at most 255 long. */
final class SqlFindings {
  private static final int MAX_LENGTH = 255;

  private final String sql;
  private final StringBuilder summary = new StringBuilder();
  private boolean newStatement;
  private boolean full;
  private @Nullable String operation;
  private boolean inFirstOperation;
  private int targets;
  private @Nullable String firstTable;
  private @Nullable String storedProcedure;

  SqlFindings(String sql) {
    this.sql = sql;
  }

  @Nullable String summary() {
    return summary.length() == 0 ? null : summary.toString();
  }

  @Nullable String operation() {
    return operation;
  }

  @Nullable String collection() {
    return targets == 1 ? firstTable : null;
  }

  @Nullable String storedProcedure() {
    return storedProcedure;
  }

  void newStatement() {
    newStatement = true;
  }

  void operation(SqlKeyword keyword, int from, int to) {
    add(sql, from, to);
    nameOperation(keyword);
  }

  /** HQL leaves out the {@code select} of {@code from User}. */
  void impliedSelect(boolean upperCase) {
    add(upperCase ? "SELECT" : "select", 0, 6);
    nameOperation(SqlKeyword.SELECT);
  }

  /** The {@code TABLE} of {@code CREATE TABLE}, which may be part of the operation's name. */
  void objectKind(SqlKeyword keyword, int from, int to, boolean partOfName) {
    add(sql, from, to);
    if (partOfName && inFirstOperation) {
      operation = operation + " " + keyword.name();
    }
  }

  void table(int from, int to) {
    add(sql, from, to);
    if (targets++ == 0) {
      firstTable = sql.substring(from, to);
    }
  }

  void procedure(int from, int to) {
    otherTarget(from, to);
    if (storedProcedure == null) {
      storedProcedure = sql.substring(from, to);
    }
  }

  void otherTarget(int from, int to) {
    add(sql, from, to);
    targets++;
  }

  private void nameOperation(SqlKeyword keyword) {
    inFirstOperation = operation == null;
    if (operation == null) {
      operation = keyword.name();
    }
  }

  private void add(String text, int from, int to) {
    if (full) {
      return;
    }
    String separator = summary.length() == 0 ? "" : newStatement ? "; " : " ";
    full = summary.length() + separator.length() + to - from > MAX_LENGTH;
    if (!full) {
      summary.append(separator).append(text, from, to);
    }
    newStatement = false;
  }
}
