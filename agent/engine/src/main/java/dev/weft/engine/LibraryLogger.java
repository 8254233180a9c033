// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the libraries in the jar are given for {@code java.util.logging.Logger} when it is packed:
 * the real one would start the application's log manager too early, and print stack traces into its
 * log whenever a collector is away. Failures to export are counted and said by the export thread.
 */
@SuppressWarnings("unused")
public final class LibraryLogger {
  private static final LibraryLogger SILENT = new LibraryLogger();

  private LibraryLogger() {}

  /** Returns the one logger there is. */
  public static LibraryLogger getLogger(String name) {
    return SILENT;
  }

  /** Returns false. */
  public boolean isLoggable(LibraryLevel level) {
    return false;
  }

  /** Says nothing. */
  public void log(LibraryLevel level, @Nullable String message) {}

  /** Says nothing. */
  public void log(LibraryLevel level, @Nullable String message, @Nullable Throwable thrown) {}

  /** Says nothing. */
  public void log(
      LibraryLevel level, @Nullable String message, @Nullable Object @Nullable [] values) {}

  /** Says nothing. */
  public void fine(@Nullable String message) {}

  /** Says nothing. */
  public void info(@Nullable String message) {}

  /** Says nothing. */
  public void warning(@Nullable String message) {}
}
