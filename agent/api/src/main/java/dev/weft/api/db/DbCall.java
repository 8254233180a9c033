// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.HistogramSeries;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a database client: start it with {@link DbTelemetry#start}, say whether it
 * failed, end it once.
 */
public final class DbCall {
  private final Span span;
  private final Histogram duration;
  private final DbStatement statement;
  private @Nullable String errorType;

  /** What was current before; the span itself if that was not made current. */
  private @Nullable Span before;

  DbCall(Span span, Histogram duration, DbStatement statement) {
    this.span = span;
    this.duration = duration;
    this.statement = statement;
    this.before = span;
  }

  /** Returns the span. */
  public Span span() {
    return span;
  }

  /**
   * Makes the span current on this thread until {@link #end()}, to be called on the same thread.
   *
   * @return this call
   */
  public DbCall makeCurrent() {
    before = Tracing.makeCurrent(span);
    return this;
  }

  /**
   * Says that the operation failed.
   *
   * @param type the database's own error code, or null for the class of what was thrown
   */
  public void failed(Throwable thrown, @Nullable String type) {
    errorType = type == null ? thrown.getClass().getName() : type;
    span.set("error.type", errorType).failed(thrown);
  }

  /** Ends the span and records the duration. */
  public void end() {
    if (before != span) {
      Tracing.makeCurrent(before);
      before = span;
    }
    span.end();
    HistogramSeries series =
        errorType == null
            ? statement.succeeding(duration)
            : duration.series(statement.labels(errorType));
    series.record(span.durationNanos() / 1e9, span);
  }
}
