// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import dev.weft.api.Scope;

/** What all instruments have: a scope, a name, a unit, a description and attribute keys. */
public abstract class Instrument {
  private final Scope scope;
  private final String name;
  private final String unit;
  private final String description;
  private final String[] keys;

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

  /** Returns attribute key {@code i}. */
  public final String key(int i) {
    return keys[i];
  }
}
