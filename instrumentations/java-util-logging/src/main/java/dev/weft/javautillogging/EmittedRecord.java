// SPDX-License-Identifier: Apache-2.0
package dev.weft.javautillogging;

import dev.weft.api.logs.Logs;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** A record of the JDK's logging in the words of ours. */
final class EmittedRecord {
  private EmittedRecord() {}

  /** Returns whether this call of a logging library is the outermost one, and was recorded. */
  static boolean emit(LogRecord record) {
    if (!Logs.enter()) {
      return false;
    }
    try {
      Level level = record.getLevel();
      String logger = record.getLoggerName();
      Logs.emit(
          new dev.weft.api.logs.LogRecord(
                  logger, severity(level), level.getName(), record.getMillis() * 1_000_000)
              .body(new Message().format(record))
              .thrown(record.getThrown()));
      return true;
    } catch (Throwable thrown) {
      Logs.exit(true); // nobody else does where the advice on entry has failed
      throw thrown;
    }
  }

  /** Levels can be of any number; those in between belong to the next that is named. */
  private static int severity(Level level) {
    int number = level.intValue();
    if (number <= Level.FINEST.intValue()) {
      return dev.weft.api.logs.LogRecord.TRACE;
    }
    if (number <= Level.FINER.intValue()) {
      return dev.weft.api.logs.LogRecord.DEBUG;
    }
    if (number <= Level.FINE.intValue()) {
      return dev.weft.api.logs.LogRecord.DEBUG2;
    }
    if (number <= Level.CONFIG.intValue()) {
      return dev.weft.api.logs.LogRecord.DEBUG3;
    }
    if (number <= Level.INFO.intValue()) {
      return dev.weft.api.logs.LogRecord.INFO;
    }
    if (number <= Level.WARNING.intValue()) {
      return dev.weft.api.logs.LogRecord.WARN;
    }
    return number <= Level.SEVERE.intValue()
        ? dev.weft.api.logs.LogRecord.ERROR
        : dev.weft.api.logs.LogRecord.FATAL;
  }

  /**
   * What all formatters have in common: messages in resource bundles, and arguments. One for each
   * record: on Java 8 a formatter is a lock, held while methods of the application are called.
   */
  private static final class Message extends Formatter {
    @Override
    public String format(LogRecord record) {
      return formatMessage(record);
    }
  }
}
