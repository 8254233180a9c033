// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A measurement for a metric. Immutable. */
public final class MetricPart {
  /** The kinds of instruments. */
  public enum Kind {
    COUNTER,
    UP_DOWN_COUNTER,
    HISTOGRAM,
    GAUGE
  }

  public final String name;
  public final Kind kind;
  public final Formula value;

  /** The elements of this are measured one by one, or null. */
  public final @Nullable Formula forEach;

  public final @Nullable Formula when;
  public final List<NamedFormula> by;
  public final String unit;
  public final String description;

  /** Upper bounds of the buckets of a histogram, ascending; empty for the default ones. */
  public final List<Double> buckets;

  /** How many combinations of attributes there may be; 0 for the general limit. */
  public final int maxSeries;

  /** How many texts each attribute may have, others becoming one; 0 for the general limit. */
  public final int maxValues;

  public final At at;
  public final Place place;

  /** Creates it. */
  public MetricPart(
      String name,
      Kind kind,
      Formula value,
      @Nullable Formula forEach,
      @Nullable Formula when,
      List<NamedFormula> by,
      String unit,
      String description,
      List<Double> buckets,
      int maxSeries,
      int maxValues,
      At at,
      Place place) {
    this.name = name;
    this.kind = kind;
    this.value = value;
    this.forEach = forEach;
    this.when = when;
    this.by = by;
    this.unit = unit;
    this.description = description;
    this.buckets = buckets;
    this.maxSeries = maxSeries;
    this.maxValues = maxValues;
    this.at = at;
    this.place = place;
  }
}
