// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attribute values of one series, in the order of the instrument's keys; null where a key is
 * absent. Immutable: the array must not be changed afterwards.
 */
public final class Labels {
  private final @Nullable Object[] values;
  private final int hash;

  private Labels(@Nullable Object[] values) {
    this.values = values;
    this.hash = Arrays.hashCode(values);
  }

  /** Creates labels from String, Long, Double or Boolean values. */
  public static Labels of(@Nullable Object... values) {
    return new Labels(values);
  }

  /** Returns how many values there are, absent ones included. */
  public int size() {
    return values.length;
  }

  /** Returns value {@code i}, or null where absent. */
  public @Nullable Object get(int i) {
    return values[i];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Labels
        && hash == ((Labels) other).hash
        && Arrays.equals(values, ((Labels) other).values);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
