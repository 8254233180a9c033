// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

/**
 * What the libraries in the jar are given for {@code java.util.logging.Level} when it is packed: a
 * run-time image may lack {@code java.logging}, and what they say is not logged anyway.
 */
@SuppressWarnings("unused")
public final class LibraryLevel {
  /** For {@code Level.SEVERE}. */
  public static final LibraryLevel SEVERE = new LibraryLevel();

  /** For {@code Level.WARNING}. */
  public static final LibraryLevel WARNING = new LibraryLevel();

  /** For {@code Level.INFO}. */
  public static final LibraryLevel INFO = new LibraryLevel();

  /** For {@code Level.CONFIG}. */
  public static final LibraryLevel CONFIG = new LibraryLevel();

  /** For {@code Level.FINE}. */
  public static final LibraryLevel FINE = new LibraryLevel();

  /** For {@code Level.FINER}. */
  public static final LibraryLevel FINER = new LibraryLevel();

  /** For {@code Level.FINEST}. */
  public static final LibraryLevel FINEST = new LibraryLevel();

  private LibraryLevel() {}
}
