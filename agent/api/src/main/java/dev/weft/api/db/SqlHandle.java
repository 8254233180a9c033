// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one statement object of a client library: its database, its text if that is
 * prepared, and the batch that was added so far. To be attached to that object; refers to texts
 * only. Not thread-safe, as statement objects are not.
 */
public final class SqlHandle {
  private static final SqlTexts TEXTS = new SqlTexts();

  private final JdbcUrl database;
  private final @Nullable String sql;
  private final @Nullable DbStatement prepared;
  private @Nullable SqlBatch batch;
  private int adding;

  private SqlHandle(JdbcUrl database, @Nullable String sql) {
    this.database = database;
    this.sql = sql;
    this.prepared = sql == null ? null : describe(sql, true);
  }

  /**
   * Creates a handle.
   *
   * @param sql the prepared text, or null if each execution brings its own
   */
  public static SqlHandle of(JdbcUrl database, @Nullable String sql) {
    return new SqlHandle(database, sql);
  }

  /** Returns whether this is the handle that {@link #of} would create. */
  public boolean isOf(JdbcUrl otherDatabase, @Nullable String otherSql) {
    return database == otherDatabase && (sql == null ? otherSql == null : sql.equals(otherSql));
  }

  /** Returns the prepared statement, or null if there is none. */
  public @Nullable DbStatement prepared() {
    return prepared;
  }

  /** Describes the execution of a text that is not prepared. */
  public DbStatement statement(String text) {
    return describe(text, false);
  }

  /** Says that something is about to be added to the batch; {@link #added} follows. */
  public void adding() {
    adding++;
  }

  /**
   * Says that something was added, or was not. Only the outermost of nested calls counts: drivers
   * implement one kind of statement by another.
   *
   * @param text what was added, or null for the prepared text
   */
  public void added(@Nullable String text, boolean successfully) {
    adding--;
    if (adding > 0 || !successfully) {
      return;
    }
    SqlBatch open = batch;
    if (open == null) {
      open = new SqlBatch();
      batch = open;
    }
    if (text == null) {
      open.add();
    } else {
      open.add(analyse(text), shown(text));
    }
  }

  /** Forgets the batch. */
  public void clearBatch() {
    batch = null;
  }

  /** Returns how often something was added to the batch. */
  public long batchSize() {
    return batch == null ? 0 : batch.size();
  }

  /** Describes the batch. */
  public DbStatement batch() {
    if (prepared == null || (batch != null && batch.hasTexts())) {
      return (batch == null ? new SqlBatch() : batch).describe(database);
    }
    if (batchSize() == 1) {
      return prepared;
    }
    return prepared.batched();
  }

  private DbStatement describe(String text, boolean parameterized) {
    SqlText analysed = analyse(text);
    boolean verbatim = isVerbatim(parameterized);
    DbStatement known = analysed.statement(verbatim);
    if (known == null || !known.database.saysTheSameAs(database)) {
      known =
          DbStatement.of(
              database,
              verbatim ? text : analysed.sanitized(),
              analysed.summary(),
              null, // The summary says it all; the reference reports neither of these two.
              null,
              analysed.storedProcedure());
      analysed.remember(known, verbatim);
    }
    return known;
  }

  private String shown(String text) {
    return isVerbatim(false) ? text : analyse(text).sanitized();
  }

  /** A text that is prepared has its values in parameters and is reported as it is. */
  private static boolean isVerbatim(boolean parameterized) {
    return parameterized || !DbSettings.sanitizing();
  }

  private SqlText analyse(String text) {
    return TEXTS.get(text, database.dialect());
  }
}
