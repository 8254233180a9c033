// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import dev.weft.api.Scope;

/** An instrument of which the values are asked for at each collection, on the export thread. */
public final class Observable extends Instrument {
  /** How the values of an observable add up. */
  public enum Type {
    COUNTER,
    UP_DOWN_COUNTER,
    GAUGE
  }

  /** Reports the values of an observable. May throw: the collection goes on without it. */
  public interface Source {
    /** Reports each series once. */
    void observe(Observer observer);
  }

  /** Takes the values of an observable. */
  public interface Observer {
    /** Takes the value of one series. */
    void value(long value, Labels labels);

    /** Takes the value of one series. */
    void value(double value, Labels labels);
  }

  private final Type type;
  private final boolean whole;
  private final Source source;

  Observable(
      Scope scope,
      String name,
      String unit,
      String description,
      Type type,
      boolean whole,
      Source source,
      String... keys) {
    super(scope, name, unit, description, keys);
    this.type = type;
    this.whole = whole;
    this.source = source;
  }

  /** Returns how the values add up. */
  public Type type() {
    return type;
  }

  /** Returns whether the values are whole numbers. */
  public boolean whole() {
    return whole;
  }

  /** Reports the present values. */
  public void observe(Observer observer) {
    source.observe(observer);
  }

  @Override
  public long overflows() {
    return 0;
  }

  @Override
  public boolean isEmpty() {
    return false;
  }
}
