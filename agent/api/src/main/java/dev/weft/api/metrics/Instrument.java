// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import dev.weft.api.Scope;
import java.util.Arrays;

/** What all instruments have: a scope, a name, a unit, a description and attribute keys. */
public abstract class Instrument {
  private final Scope scope;
  private final String name;
  private final String unit;
  private final String description;
  private final String[] keys;
  private final long createdMillis = Metrics.replacing() ? System.currentTimeMillis() : 0;
  private volatile int limit;

  Instrument(Scope scope, String name, String unit, String description, String... keys) {
    this.scope = scope;
    this.name = name;
    this.unit = unit;
    this.description = description;
    this.keys = keys;
  }

  /** Returns what records. */
  public final Scope scope() {
    return scope;
  }

  /** Returns the metric's name. */
  public final String name() {
    return name;
  }

  /** Returns the UCUM unit. */
  public final String unit() {
    return unit;
  }

  /** Returns the description. */
  public final String description() {
    return description;
  }

  /** Returns how many attribute keys there are. */
  public final int keyCount() {
    return keys.length;
  }

  final boolean hasKeys(String[] others) {
    return Arrays.equals(keys, others);
  }

  /** Returns attribute key {@code i}. */
  public final String key(int i) {
    return keys[i];
  }

  /**
   * Limits the series of this instrument; one that exists already stays.
   *
   * @param most how many; 0 for as many as other instruments have
   */
  public final void limit(int most) {
    limit = most;
  }

  final int maxSeries() {
    int own = limit;
    return own > 0 ? own : Metrics.seriesLimit();
  }

  /** Returns when this was created, in ms since the epoch, or 0: when recording began. */
  public final long createdMillis() {
    return createdMillis;
  }

  /** Returns how many values were recorded beyond the limit of series; never less than before. */
  public abstract long overflows();

  /** Returns whether nothing was ever recorded; never true of what is asked for its values. */
  public abstract boolean isEmpty();
}
