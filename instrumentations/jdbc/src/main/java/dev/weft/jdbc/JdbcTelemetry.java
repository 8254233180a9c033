// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import dev.weft.api.Attached;
import dev.weft.api.Scope;
import dev.weft.api.db.DbCall;
import dev.weft.api.db.DbStatement;
import dev.weft.api.db.DbTelemetry;
import dev.weft.api.db.JdbcUrl;
import dev.weft.api.db.SqlHandle;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The executions of statements. A statement without a handle belongs to a wrapper, such as a
 * pool's: what it delegates to has one.
 */
final class JdbcTelemetry {
  private static final Attached<SqlHandle> HANDLE = Attached.of(SqlHandle.class);
  private static final DbTelemetry TELEMETRY =
      new DbTelemetry(Scope.of("io.opentelemetry.jdbc", "1.44.0"));

  private JdbcTelemetry() {}

  static void created(Connection connection, Statement statement, @Nullable String sql) {
    JdbcUrl database = Connections.database(connection);
    if (database == null) {
      return;
    }
    SqlHandle known = HANDLE.get(statement);
    if (known == null || !known.isOf(database, sql)) {
      HANDLE.set(statement, SqlHandle.of(database, sql));
    }
  }

  /** Starts the execution of a text, or of the prepared one if null. */
  static @Nullable DbCall starting(Statement statement, @Nullable String sql) {
    SqlHandle handle = HANDLE.get(statement);
    if (handle == null || DbTelemetry.suppressed()) {
      return null;
    }
    DbStatement what = sql == null ? handle.prepared() : handle.statement(sql);
    return what == null ? null : TELEMETRY.start(what, 1);
  }

  static @Nullable DbCall startingBatch(Statement statement) {
    SqlHandle handle = HANDLE.get(statement);
    if (handle == null || DbTelemetry.suppressed()) {
      return null;
    }
    return TELEMETRY.start(handle.batch(), handle.batchSize());
  }

  static void ended(Object started, @Nullable Throwable thrown) {
    DbCall call = (DbCall) started;
    try {
      if (thrown != null) {
        call.failed(thrown, errorCode(thrown));
      }
    } finally {
      // a driver's exception may throw when it is asked: that must not leave the span current
      call.end();
    }
  }

  static @Nullable SqlHandle adding(Statement statement) {
    SqlHandle handle = HANDLE.get(statement);
    if (handle != null) {
      handle.adding();
    }
    return handle;
  }

  static void clearBatch(Statement statement) {
    SqlHandle handle = HANDLE.get(statement);
    if (handle != null) {
      handle.clearBatch();
    }
  }

  /** The vendor's code, else the SQL state: PostgreSQL, for one, has only the latter. */
  private static @Nullable String errorCode(Throwable thrown) {
    if (!(thrown instanceof SQLException)) {
      return null;
    }
    SQLException failure = (SQLException) thrown;
    if (failure.getErrorCode() != 0) {
      return Integer.toString(failure.getErrorCode());
    }
    String state = failure.getSQLState();
    return state == null || state.isEmpty() || state.equals("00000") ? null : state;
  }
}
