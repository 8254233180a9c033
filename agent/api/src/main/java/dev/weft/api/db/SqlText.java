// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import org.jspecify.annotations.Nullable;

/**
 * What telemetry may say about one SQL text: literals masked, and a summary of what it does to
 * which tables. Thread-safe. {@link SqlTexts} keeps recent ones.
 */
public final class SqlText {
  /** The longest sanitized text, in characters. */
  public static final int MAX_LENGTH = 32 * 1024;

  private final String sanitized;
  private final @Nullable String summary;
  private final @Nullable String operation;
  private final @Nullable String collection;
  private final @Nullable String storedProcedure;

  /** The last that was made of it; threads that do so at the same time make the same. */
  private @Nullable DbStatement verbatimStatement;

  private @Nullable DbStatement sanitizedStatement;

  private SqlText(String sanitized, SqlFindings findings) {
    this.sanitized = sanitized;
    this.summary = findings.summary();
    this.operation = findings.operation();
    this.collection = findings.collection();
    this.storedProcedure = findings.storedProcedure();
  }

  /** Analyses a text of any length and content in linear time. Never throws. */
  public static SqlText of(String sql, SqlDialect dialect) {
    SqlFindings findings = new SqlFindings(sql);
    SqlSummary summary = new SqlSummary(sql, findings);
    String sanitized = new SqlLexer(sql, dialect, summary).run();
    return new SqlText(sanitized, findings);
  }

  /** Returns the last statement that was made of it, with or without its literals, or null. */
  @Nullable DbStatement statement(boolean verbatim) {
    return verbatim ? verbatimStatement : sanitizedStatement;
  }

  /** Remembers a statement that was made of it: an application runs its few over and over. */
  void remember(DbStatement statement, boolean verbatim) {
    if (verbatim) {
      verbatimStatement = statement;
    } else {
      sanitizedStatement = statement;
    }
  }

  /** The text with {@code ?} for each literal, at most {@link #MAX_LENGTH} characters. */
  public String sanitized() {
    return sanitized;
  }

  /** {@code db.query.summary}: operations and targets, or null if there is no known operation. */
  public @Nullable String summary() {
    return summary;
  }

  /** The first operation in upper case, e.g. {@code SELECT} or {@code CREATE TABLE}, or null. */
  public @Nullable String operation() {
    return operation;
  }

  /** The table, if the text names exactly one, or null. */
  public @Nullable String collection() {
    return collection;
  }

  /** The first procedure that is called, or null. */
  public @Nullable String storedProcedure() {
    return storedProcedure;
  }
}
