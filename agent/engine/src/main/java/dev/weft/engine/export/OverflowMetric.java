// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Instrument;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import java.util.HashMap;
import java.util.Map;

/** Tells which metrics have more series than they may, and how much of them has no labels. */
final class OverflowMetric {
  private OverflowMetric() {}

  static void register(Scope scope) {
    Metrics.observe(
        scope,
        "weft.metrics.overflows",
        "{value}",
        "Values of series beyond the limit, which went to an overflow series, by their metric.",
        Observable.Type.COUNTER,
        OverflowMetric::observe,
        "metric");
  }

  private static void observe(Observable.Observer observer) {
    Map<String, Long> overflows = new HashMap<>();
    for (Instrument instrument : Metrics.instruments()) {
      long count = instrument.overflows();
      if (count > 0) {
        overflows.merge(instrument.name(), count, Long::sum);
      }
    }
    overflows.forEach((metric, count) -> observer.value(count, Labels.of(metric)));
  }
}
