// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.logs;

/** Takes log records. Called on the application's threads: never blocks and never throws. */
public interface LogSink {
  /** Takes a record, which is not changed any more. */
  void emitted(LogRecord record);
}
