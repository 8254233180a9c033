// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import org.jspecify.annotations.Nullable;

/**
 * All that is said of a statement and is the same each time it runs on one connection: worked out
 * once. Immutable.
 */
public final class DbStatement {
  private static final String BATCH = "BATCH ";

  final JdbcUrl database;
  final @Nullable String text;
  final @Nullable String summary;
  final @Nullable String operation;
  final @Nullable String collection;
  final @Nullable String storedProcedure;
  final String spanName;

  private DbStatement(
      JdbcUrl database,
      @Nullable String text,
      @Nullable String summary,
      @Nullable String operation,
      @Nullable String collection,
      @Nullable String storedProcedure,
      String namePrefix) {
    this.database = database;
    this.text = text;
    this.summary = summary;
    this.operation = operation;
    this.collection = collection;
    this.storedProcedure = storedProcedure;
    this.spanName = namePrefix + spanName();
  }

  /**
   * Describes a statement.
   *
   * @param text what is reported as {@code db.query.text}, or null
   * @param summary {@code db.query.summary}, or null
   * @param operation {@code db.operation.name}, or null
   * @param collection {@code db.collection.name}, or null
   * @param storedProcedure {@code db.stored_procedure.name}, or null
   */
  public static DbStatement of(
      JdbcUrl database,
      @Nullable String text,
      @Nullable String summary,
      @Nullable String operation,
      @Nullable String collection,
      @Nullable String storedProcedure) {
    return new DbStatement(database, text, summary, operation, collection, storedProcedure, "");
  }

  /** Describes the same statement, run several times at once. */
  DbStatement batched() {
    if (summary == null) {
      return new DbStatement(database, text, null, operation, collection, storedProcedure, BATCH);
    }
    return new DbStatement(
        database, text, BATCH + summary, operation, collection, storedProcedure, "");
  }

  /** The summary, else the operation and its target, else the target, else the system. */
  private String spanName() {
    if (summary != null) {
      return summary;
    }
    String target = target();
    if (operation == null) {
      return target == null ? database.systemName() : target;
    }
    return target == null ? operation : operation + " " + target;
  }

  private @Nullable String target() {
    if (collection != null) {
      return collection;
    }
    if (storedProcedure != null) {
      return storedProcedure;
    }
    if (database.namespace() != null) {
      return database.namespace();
    }
    String address = database.serverAddress();
    return address == null || database.serverPort() < 0
        ? address
        : address + ":" + database.serverPort();
  }
}
