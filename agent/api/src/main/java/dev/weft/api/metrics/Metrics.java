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

  private Metrics() {}

  /** Sets the limits; called by the engine before anything is woven. */
  public static void install(int seriesPerInstrument, boolean withExemplars) {
    seriesLimit = seriesPerInstrument;
    exemplars = withExemplars;
  }

  /** Sets whether values are kept; called by the engine before anything is woven. */
  public static void record(boolean values) {
    recorded = values;
  }

  /** Returns whether values are kept: not where nobody exports them. */
  public static boolean recorded() {
    return recorded;
  }

  /**
   * Returns the histogram of that scope and name, creating it the first time: an instrumentation
   * exists once per application class loader, its instruments once per JVM.
   */
  public static synchronized Histogram histogram(
      Scope scope, String name, String unit, String description, double[] bounds, String... keys) {
    Instrument known = find(scope, name);
    if (known instanceof Histogram) {
      return (Histogram) known;
    }
    Histogram histogram = new Histogram(scope, name, unit, description, bounds, keys);
    INSTRUMENTS.add(histogram);
    return histogram;
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
    if (find(observable.scope(), observable.name()) == null) {
      INSTRUMENTS.add(observable);
    }
  }

  private static @Nullable Instrument find(Scope scope, String name) {
    for (Instrument instrument : INSTRUMENTS) {
      if (instrument.name().equals(name) && instrument.scope().name().equals(scope.name())) {
        return instrument;
      }
    }
    return null;
  }
}
