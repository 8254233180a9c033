// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.logs;

import org.jspecify.annotations.Nullable;

/**
 * Where instrumentations of logging libraries hand in what is logged.
 *
 * <p>Logging libraries call one another through bridges, and what passes two of them is logged
 * once: the outermost call is the one that counts.
 *
 * <pre>{@code
 * boolean outermost = Logs.enter(); // when the library's method is entered
 * if (outermost) {
 *   Logs.emit(new LogRecord(name, LogRecord.INFO, "INFO", now).body(text)); // exit if it throws
 * }
 * ...
 * Logs.exit(outermost); // when it is left
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Logs {
  /** Holds a JDK type only: nothing of ours stays behind in the application's threads. */
  private static final ThreadLocal<@Nullable Boolean> LOGGING = new ThreadLocal<>();

  private static volatile @Nullable LogSink sink;

  private Logs() {}

  /**
   * Connects recording to an exporter; called by the engine before anything is woven.
   *
   * @param records null if log records are not exported
   */
  public static void install(@Nullable LogSink records) {
    sink = records;
  }

  /** Returns whether this is a thread's outermost call of a logging library, and is recorded. */
  public static boolean enter() {
    if (sink == null || LOGGING.get() != null) {
      return false;
    }
    LOGGING.set(Boolean.TRUE);
    return true;
  }

  /** Ends what {@link #enter} has begun, given its answer. */
  public static void exit(boolean outermost) {
    if (outermost) {
      LOGGING.set(null);
    }
  }

  /**
   * Records nothing that the current thread logs from now on; called by the agent's own threads.
   * What the JDK logs of an export would be exported in turn.
   */
  public static void ignoreThisThread() {
    LOGGING.set(Boolean.TRUE);
  }

  /** Hands in a record. */
  public static void emit(LogRecord record) {
    LogSink known = sink;
    if (known != null) {
      known.emitted(record);
    }
  }
}
