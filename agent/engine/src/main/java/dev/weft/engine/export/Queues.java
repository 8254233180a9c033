// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.logs.LogRecord;
import dev.weft.api.trace.Span;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Key;
import dev.weft.engine.config.Keys;

/** What waits to be exported. */
final class Queues {
  final RecordQueue<Span> spans;
  final RecordQueue<LogRecord> logs;
  private final int spanBatch;
  private final int logBatch;

  Queues(Configuration configuration, Runnable wake) {
    spanBatch = batch(configuration, Keys.BSP_MAX_EXPORT_BATCH_SIZE, Keys.BSP_MAX_QUEUE_SIZE);
    logBatch = batch(configuration, Keys.BLRP_MAX_EXPORT_BATCH_SIZE, Keys.BLRP_MAX_QUEUE_SIZE);
    spans = new RecordQueue<>(configuration.integer(Keys.BSP_MAX_QUEUE_SIZE), spanBatch, wake);
    logs = new RecordQueue<>(configuration.integer(Keys.BLRP_MAX_QUEUE_SIZE), logBatch, wake);
  }

  private static int batch(Configuration configuration, Key size, Key capacity) {
    return Math.min(configuration.integer(size), configuration.integer(capacity));
  }

  /** Returns whether a batch of spans is complete. */
  boolean spansFull() {
    return spans.size() >= spanBatch;
  }

  /** Returns whether a batch of log records is complete. */
  boolean logsFull() {
    return logs.size() >= logBatch;
  }

  boolean full() {
    return spansFull() || logsFull();
  }

  /** Returns whether anything was ever put in. */
  boolean used() {
    return spans.used() || logs.used();
  }
}
