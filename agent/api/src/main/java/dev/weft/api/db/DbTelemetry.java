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
  private static final ThreadLocal<@Nullable DbCall> SPARE = new ThreadLocal<>();
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
   * Starts a call on this thread, where calls are not {@link #suppressed()}; its span becomes the
   * current one until it {@link DbCall#end ends}.
   *
   * @param batchSize how many statements run at once; 1 is not a batch
   */
  public DbCall start(DbStatement statement, long batchSize) {
    DbCall call = spare();
    Span span = Tracing.startClient(scope, statement.spanName, Protocol.DB_CLIENT, call.spare());
    if (span.recording()) {
      statement.describe(span);
      if (batchSize != 1) {
        span.set("db.operation.batch.size", batchSize);
      }
    }
    call.start(span, duration, statement);
    return call;
  }

  /** Returns a call that does not run: of a thread there is seldom more than one at a time. */
  private static DbCall spare() {
    DbCall known = SPARE.get();
    if (known == null || known.isRunning()) {
      known = new DbCall();
      SPARE.set(known);
    }
    return known;
  }

  /** Returns whether the current thread works for a call that is traced already, or is silent. */
  public static boolean suppressed() {
    return Tracing.suppressed(Protocol.DB_CLIENT);
  }
}
