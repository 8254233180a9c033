// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.metrics;

import dev.weft.api.Scope;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** All instruments of this JVM. Thread-safe. */
public final class Metrics {
  private static final List<Instrument> INSTRUMENTS = new CopyOnWriteArrayList<>();
  private static volatile int seriesLimit = 2000;
  private static volatile boolean exemplars = true;
  private static volatile boolean recorded = true;
  private static volatile boolean pulled;
  private static volatile boolean replacing;

  private Metrics() {}

  /** Sets the limits; called by the engine before anything is woven. */
  public static void install(int seriesPerInstrument, boolean withExemplars) {
    seriesLimit = seriesPerInstrument;
    exemplars = withExemplars;
    replacing = false;
  }

  /** Sets whether values are kept; called by the engine before anything is woven. */
  public static void record(boolean values) {
    recorded = values;
  }

  /** Sets whether somebody may ask for totals at any time; called before anything is woven. */
  public static void pull(boolean totals) {
    pulled = totals;
  }

  static boolean pulled() {
    return pulled;
  }

  /** Returns whether values are kept: not where nobody exports them. */
  public static boolean recorded() {
    return recorded;
  }

  /**
   * Returns the histogram of that scope, name and keys, creating it the first time: an
   * instrumentation exists once per application class loader, its instruments once per JVM.
   */
  public static synchronized Histogram histogram(
      Scope scope, String name, String unit, String description, double[] bounds, String... keys) {
    Histogram known = find(Histogram.class, scope, name, keys);
    if (known != null) {
      return known;
    }
    Histogram histogram = new Histogram(scope, name, unit, description, bounds, keys);
    INSTRUMENTS.add(histogram);
    return histogram;
  }

  /**
   * Returns the counter of that scope, name and keys, creating it the first time.
   *
   * @param monotonic whether it only ever grows
   */
  public static synchronized Counter counter(
      Scope scope,
      String name,
      String unit,
      String description,
      boolean monotonic,
      String... keys) {
    for (Instrument known : INSTRUMENTS) {
      if (known instanceof Counter && named(known, scope, name) && known.hasKeys(keys)) {
        if (((Counter) known).monotonic() == monotonic) {
          return (Counter) known;
        }
      }
    }
    Counter counter = new Counter(scope, name, unit, description, monotonic, keys);
    INSTRUMENTS.add(counter);
    return counter;
  }

  /** Returns the gauge of that scope, name and keys, creating it the first time. */
  public static synchronized Gauge gauge(
      Scope scope, String name, String unit, String description, String... keys) {
    Gauge known = find(Gauge.class, scope, name, keys);
    if (known != null) {
      return known;
    }
    Gauge gauge = new Gauge(scope, name, unit, description, keys);
    INSTRUMENTS.add(gauge);
    return gauge;
  }

  /** Exports an instrument no more, so that another can be created in its place. */
  public static synchronized void remove(Instrument instrument) {
    replacing = true;
    INSTRUMENTS.remove(instrument);
  }

  static boolean replacing() {
    return replacing;
  }

  /**
   * Registers an observable of whole numbers.
   *
   * @param source asked at each collection
   */
  public static synchronized void observe(
      Scope scope,
      String name,
      String unit,
      String description,
      Observable.Type type,
      Observable.Source source,
      String... keys) {
    register(new Observable(scope, name, unit, description, type, true, source, keys));
  }

  /**
   * Registers an observable of fractional numbers.
   *
   * @param source asked at each collection
   */
  public static synchronized void observeDouble(
      Scope scope,
      String name,
      String unit,
      String description,
      Observable.Type type,
      Observable.Source source,
      String... keys) {
    register(new Observable(scope, name, unit, description, type, false, source, keys));
  }

  /** Returns all instruments, in the order of their creation. */
  public static List<Instrument> instruments() {
    return INSTRUMENTS;
  }

  static int seriesLimit() {
    return seriesLimit;
  }

  static boolean exemplars() {
    return exemplars;
  }

  private static void register(Observable observable) {
    for (Instrument known : INSTRUMENTS) {
      if (named(known, observable.scope(), observable.name())) {
        return;
      }
    }
    INSTRUMENTS.add(observable);
  }

  private static <T extends Instrument> @Nullable T find(
      Class<T> kind, Scope scope, String name, String[] keys) {
    for (Instrument known : INSTRUMENTS) {
      if (kind.isInstance(known) && named(known, scope, name) && known.hasKeys(keys)) {
        return kind.cast(known);
      }
    }
    return null;
  }

  private static boolean named(Instrument known, Scope scope, String name) {
    return known.name().equals(name) && known.scope().name().equals(scope.name());
  }
}
