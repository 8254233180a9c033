// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.HistogramSeries;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a database client on one thread: start it with {@link DbTelemetry#start}, say
 * whether it failed, end it once, and forget it: the same object is the thread's next call.
 */
public final class DbCall {
  /** The span; of a call that has ended, one that the next call may have. */
  private @Nullable Span span;

  private @Nullable Histogram duration;

  /** What runs; null once it has ended. */
  private @Nullable DbStatement statement;

  private @Nullable Span before;
  private @Nullable String errorType;

  DbCall() {}

  boolean isRunning() {
    return statement != null;
  }

  @Nullable Span spare() {
    return span;
  }

  void start(Span started, Histogram into, DbStatement runs) {
    span = started;
    duration = into;
    statement = runs;
    before = Tracing.makeCurrent(started);
  }

  /**
   * Says that the operation failed.
   *
   * @param type the database's own error code, or null for the class of what was thrown
   */
  public void failed(Throwable thrown, @Nullable String type) {
    Span failing = span;
    if (failing != null) {
      errorType = type == null ? thrown.getClass().getName() : type;
      failing.set("error.type", errorType).failed(thrown);
    }
  }

  /** Ends the span, gives back what was current before, and records the duration. */
  public void end() {
    Span ended = span;
    DbStatement ran = statement;
    Histogram into = duration;
    if (ended == null || ran == null || into == null) {
      return;
    }
    Tracing.makeCurrent(before);
    ended.end();
    HistogramSeries series =
        errorType == null ? ran.succeeding(into) : into.series(ran.labels(errorType));
    series.record(ended.durationNanos() / 1e9, ended);
    forget(ended);
  }

  /** Keeps nothing of the application's, as threads live longer than that. */
  private void forget(Span ended) {
    span = ended.sampled() ? null : ended;
    statement = null;
    before = null;
    errorType = null;
  }
}
