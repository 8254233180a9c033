// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the known name that is most like an unknown one: of a setting, or of anything. */
public final class NearestName {
  private static final int LIMIT = 3;
  private static final int SHORT_NAME = 6;

  private final String unknown;
  private @Nullable String nearest;
  private int distance = LIMIT + 1;

  NearestName(String unknownEnvironmentName) {
    unknown = unknownEnvironmentName;
  }

  /** A name in environment form, or null if none is near. */
  @Nullable String find() {
    compareAll(Keys.all());
    for (List<String> names : InstrumentationNames.all()) {
      for (String name : names) {
        // So that jms is not taken for a misspelt jdbc.
        int limit = name.length() < SHORT_NAME ? 1 : LIMIT;
        compare(InstrumentationNames.environmentName(name), limit);
      }
    }
    compareAll(UnhonouredKeys.all());
    return nearest;
  }

  /** Returns the one of some names that is most like another, or null if none is near. */
  public static @Nullable String of(String unknown, Collection<String> known) {
    NearestName search = new NearestName(unknown);
    int limit = unknown.length() < SHORT_NAME ? 1 : LIMIT;
    for (String name : known) {
      search.compare(name, limit);
    }
    return search.nearest;
  }

  private void compareAll(Collection<Key> keys) {
    for (Key key : keys) {
      compare(key.environmentName(), LIMIT);
    }
  }

  private void compare(String known, int limit) {
    if (Math.abs(known.length() - unknown.length()) > limit) {
      return;
    }
    int edits = edits(unknown, known);
    if (edits <= limit && edits < distance) {
      distance = edits;
      nearest = known;
    }
  }

  /** How many characters to insert, remove, replace or swap with the next one. */
  static int edits(String from, String to) {
    int[] beforePrevious = {};
    int[] previous = new int[to.length() + 1];
    for (int column = 0; column < previous.length; column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[previous.length];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        int replaced = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int shorter = Math.min(previous[column], current[column - 1]) + 1;
        current[column] = Math.min(shorter, previous[column - 1] + replaced);
        if (isSwap(from, row, to, column)) {
          current[column] = Math.min(current[column], beforePrevious[column - 2] + 1);
        }
      }
      beforePrevious = previous;
      previous = current;
    }
    return previous[to.length()];
  }

  private static boolean isSwap(String from, int row, String to, int column) {
    return row > 1
        && column > 1
        && from.charAt(row - 1) == to.charAt(column - 2)
        && from.charAt(row - 2) == to.charAt(column - 1);
  }
}
