// SPDX-License-Identifier: Apache-2.0
package dev.weft.logbackappender;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import dev.weft.api.logs.LogRecord;
import dev.weft.api.logs.Logs;
import org.jspecify.annotations.Nullable;

/** A Logback event in the words of a log record. */
final class EventRecord {
  private static volatile boolean precise = true;

  private EventRecord() {}

  /** Returns whether this call of a logging library is the outermost one, and was recorded. */
  static boolean emit(ILoggingEvent event) {
    if (!Logs.enter()) {
      return false;
    }
    try {
      Level level = event.getLevel();
      Logs.emit(
          new LogRecord(event.getLoggerName(), severity(level), level.toString(), epochNanos(event))
              .body(event.getFormattedMessage())
              .thrown(thrown(event.getThrowableProxy())));
      return true;
    } catch (Throwable thrown) {
      Logs.exit(true); // nobody else does where the advice on entry has failed
      throw thrown;
    }
  }

  private static int severity(Level level) {
    switch (level.toInt()) {
      case Level.TRACE_INT:
        return LogRecord.TRACE;
      case Level.DEBUG_INT:
        return LogRecord.DEBUG;
      case Level.WARN_INT:
        return LogRecord.WARN;
      case Level.ERROR_INT:
        return LogRecord.ERROR;
      default:
        return LogRecord.INFO;
    }
  }

  private static long epochNanos(ILoggingEvent event) {
    if (precise) {
      try {
        return EventInstant.epochNanos(event);
      } catch (NoSuchMethodError olderThan13) {
        precise = false;
      }
    }
    return event.getTimeStamp() * 1_000_000;
  }

  /** Other proxies come over a network, without the exception itself. */
  private static @Nullable Throwable thrown(@Nullable IThrowableProxy proxy) {
    return proxy instanceof ThrowableProxy ? ((ThrowableProxy) proxy).getThrowable() : null;
  }
}
