// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.logs.LogRecord;
import dev.weft.api.logs.LogSink;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanSink;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import org.jspecify.annotations.Nullable;

/** What waits to be exported. */
final class Queues {
  final RecordQueue<Span> spans;
  final RecordQueue<LogRecord> logs;

  /**
   * Creates them.
   *
   * @param wake called by the thread that completes a batch
   */
  Queues(Configuration configuration, Runnable wake) {
    spans =
        new RecordQueue<>(
            configuration.integer(Keys.BSP_MAX_QUEUE_SIZE),
            configuration.integer(Keys.BSP_MAX_EXPORT_BATCH_SIZE),
            wake);
    logs =
        new RecordQueue<>(
            configuration.integer(Keys.BLRP_MAX_QUEUE_SIZE),
            configuration.integer(Keys.BLRP_MAX_EXPORT_BATCH_SIZE),
            wake);
  }

  /** Returns where ended spans go, which is nowhere if they are not exported. */
  SpanSink spanSink(boolean exported) {
    return new Spans(exported ? spans : null);
  }

  /** Returns where log records go. */
  LogSink logSink() {
    return new Logs(logs);
  }

  /** Returns whether a batch is complete. */
  boolean full() {
    return spans.full() || logs.full();
  }

  /** Returns whether anything was ever put in. */
  boolean used() {
    return spans.used() || logs.used();
  }

  // Classes, not lambdas: these are made while a first class is woven.

  private static final class Spans implements SpanSink {
    private final @Nullable RecordQueue<Span> queue;

    Spans(@Nullable RecordQueue<Span> queue) {
      this.queue = queue;
    }

    @Override
    public void ended(Span span) {
      if (queue != null) {
        queue.add(span);
      }
    }
  }

  private static final class Logs implements LogSink {
    private final RecordQueue<LogRecord> queue;

    Logs(RecordQueue<LogRecord> queue) {
      this.queue = queue;
    }

    @Override
    public void emitted(LogRecord record) {
      queue.add(record);
    }
  }
}
