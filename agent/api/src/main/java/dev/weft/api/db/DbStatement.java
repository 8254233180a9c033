// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.HistogramSeries;
import dev.weft.api.metrics.Labels;
import dev.weft.api.trace.Numbers;
import dev.weft.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of a statement and is the same each time it runs on one connection: worked out
 * once. Thread-safe.
 */
public final class DbStatement {
  private static final String BATCH = "BATCH ";
  private static final int MOST_ATTRIBUTES = 10;

  final JdbcUrl database;
  final @Nullable String text;
  final @Nullable String summary;
  final @Nullable String operation;
  final @Nullable String collection;
  final @Nullable String storedProcedure;
  final String spanName;

  /**
   * What its spans say of it, keys and values in turn; they share the array, which may be longer.
   */
  private final Object[] attributes = new Object[2 * MOST_ATTRIBUTES];

  private int attributesLength;

  /** Worked out when it is asked for; threads that do so at the same time find the same. */
  private @Nullable DbStatement batched;

  private @Nullable Succeeding succeeding;

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
    String own = spanName();
    this.spanName = namePrefix.isEmpty() ? own : namePrefix + own; // a text is not copied for it
    describe();
  }

  private void describe() {
    say("db.system.name", database.systemName());
    say("db.namespace", database.namespace());
    say("db.query.text", text);
    say("db.query.summary", summary);
    say("db.operation.name", operation);
    say("db.collection.name", collection);
    say("db.stored_procedure.name", storedProcedure);
    say("server.address", database.serverAddress());
    say("peer.service", database.peerService());
    say("server.port", port());
  }

  private void say(String key, @Nullable Object value) {
    if (value != null) {
      attributes[attributesLength++] = key;
      attributes[attributesLength++] = value;
    }
  }

  private @Nullable Object port() {
    return database.serverPort() > 0 ? Numbers.boxed(database.serverPort()) : null;
  }

  /** Tells a span all that is the same each time. */
  void describe(Span span) {
    span.share(attributes, attributesLength);
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
    DbStatement known = batched;
    if (known == null) {
      String both = summary == null ? null : BATCH + summary;
      String prefix = summary == null ? BATCH : "";
      known = new DbStatement(database, text, both, operation, collection, storedProcedure, prefix);
      batched = known;
    }
    return known;
  }

  /** Returns the series of the executions that succeed: looked up once, as they are the most. */
  HistogramSeries succeeding(Histogram duration) {
    Succeeding known = succeeding;
    if (known == null || known.duration != duration) {
      known = new Succeeding(duration, duration.series(labels(null)));
      succeeding = known;
    }
    return known.series;
  }

  Labels labels(@Nullable String errorType) {
    return Labels.of(
        database.systemName(),
        collection,
        database.namespace(),
        operation,
        summary,
        errorType,
        database.serverAddress(),
        port());
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

  /** Immutable, so that it may be seen by other threads without more ado. */
  private static final class Succeeding {
    final Histogram duration;
    final HistogramSeries series;

    Succeeding(Histogram duration, HistogramSeries series) {
      this.duration = duration;
      this.series = series;
    }
  }
}
