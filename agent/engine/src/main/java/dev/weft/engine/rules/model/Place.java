// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

/** Where in a rule file something is said. Immutable. */
public final class Place {
  public final String file;
  public final int line;

  /**
   * Creates it.
   *
   * @param line counted from 1, or 0 for all of it
   */
  public Place(String file, int line) {
    this.file = file;
    this.line = line;
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
