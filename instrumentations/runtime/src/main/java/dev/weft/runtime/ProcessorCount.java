// SPDX-License-Identifier: Apache-2.0
package dev.weft.runtime;

import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;

/** How many processors there are. */
final class ProcessorCount implements Observable.Source {
  private ProcessorCount() {}

  static void observe() {
    Metrics.observe(
        JvmMetrics.SCOPE,
        "jvm.cpu.count",
        "{cpu}",
        "Number of processors available to the Java virtual machine.",
        Observable.Type.UP_DOWN_COUNTER,
        new ProcessorCount());
  }

  @Override
  public void observe(Observable.Observer to) {
    to.value((long) Runtime.getRuntime().availableProcessors(), JvmMetrics.NONE);
  }
}
