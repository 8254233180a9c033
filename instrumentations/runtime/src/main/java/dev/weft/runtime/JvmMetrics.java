// SPDX-License-Identifier: Apache-2.0
package dev.weft.runtime;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Labels;

/** What all metrics of this package share. */
final class JvmMetrics {
  static final Scope SCOPE = Scope.of("io.opentelemetry.runtime-telemetry-java8", "1.44.0");
  static final Labels NONE = Labels.of();

  private JvmMetrics() {}
}
