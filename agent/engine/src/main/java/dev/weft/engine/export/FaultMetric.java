// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.Faults;
import dev.weft.api.Scope;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;

/** The agent's own faults as a metric: whoever operates many JVMs reads no stderr. */
final class FaultMetric {
  private FaultMetric() {}

  static void register(Scope scope) {
    Metrics.observe(
        scope,
        "weft.faults",
        "{fault}",
        "Faults of the agent that were swallowed, by the instrumentation or scope they are of.",
        Observable.Type.COUNTER,
        observer -> Faults.counts((source, count) -> observer.value(count, Labels.of(source))),
        "source");
  }
}
