// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.logs.LogRecord;
import dev.weft.api.trace.Span;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;

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

  /** Returns whether a batch is complete. */
  boolean full() {
    return spans.full() || logs.full();
  }

  /** Returns whether anything was ever put in. */
  boolean used() {
    return spans.used() || logs.used();
  }
}
