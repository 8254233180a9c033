// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.trace.Protocol;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import org.jspecify.annotations.Nullable;

/** Starts the calls of one database client library; keep it in a static field. Thread-safe. */
public final class DbTelemetry {
  private static final double[] SECONDS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10};

  private final Scope scope;
  private final Histogram duration;

  /** Creates what an instrumentation starts its calls with. */
  public DbTelemetry(Scope scope) {
    this.scope = scope;
    this.duration =
        Metrics.histogram(
            scope,
            "db.client.operation.duration",
            "s",
            "Duration of database client operations.",
            SECONDS,
            "db.system.name",
            "db.collection.name",
            "db.namespace",
            "db.operation.name",
            "db.query.summary",
            "error.type",
            "server.address",
            "server.port");
  }

  /**
   * Starts a call; make its span current only if the library works on this thread.
   *
   * @param batchSize how many statements run at once; 1 is not a batch
   * @return the call, or null where it is a part of a call that is traced already
   */
  public @Nullable DbCall start(DbStatement statement, long batchSize) {
    if (suppressed()) {
      return null;
    }
    Span span = Tracing.startClient(scope, statement.spanName, Protocol.DB_CLIENT);
    if (span.recording()) {
      statement.describe(span);
      if (batchSize != 1) {
        span.set("db.operation.batch.size", batchSize);
      }
    }
    return new DbCall(span, duration, statement);
  }

  /** Returns whether the current thread works for a call that is traced already. */
  public static boolean suppressed() {
    return Tracing.suppressed(Protocol.DB_CLIENT);
  }
}
