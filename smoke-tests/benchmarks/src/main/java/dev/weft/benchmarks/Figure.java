// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.util.Locale;

/** Writes numbers with as many digits as they are good for: about three. */
final class Figure {
  private Figure() {}

  static String of(double value) {
    double size = Math.abs(value);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    String text = String.format(Locale.ROOT, format, value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  static String withSpread(Series series) {
    String low = of(series.low());
    String high = of(series.high());
    String median = of(series.median());
    return low.equals(high) ? median : median + " (" + low + " to " + high + ")";
  }

  /** Empty if there is nothing to compare. */
  static String signed(double value) {
    return Double.isNaN(value) ? "" : (value > 0 ? "+" : "") + of(value);
  }

  /** Empty if there is no whole of which it could be a part. */
  static String part(double part, double whole) {
    return Double.isNaN(part) || !(whole > 0) ? "" : of(100 * part / whole) + " %";
  }
}
