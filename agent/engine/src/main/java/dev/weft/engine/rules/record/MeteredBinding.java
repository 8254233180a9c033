// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.engine.rules.expression.Scene;
import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.MetricPart;
import dev.weft.engine.rules.model.NamedFormula;
import org.jspecify.annotations.Nullable;

/** Binds the metrics of a rule. */
final class MeteredBinding {
  private final RuleBinding binding;

  MeteredBinding(RuleBinding binding) {
    this.binding = binding;
  }

  /** Returns null where it does not fit: a metric with an attribute too few would be another. */
  @Nullable BoundMetric bind(MetricPart metric) {
    BoundFormula forEach = binding.optional(metric.name, metric.forEach, metric.at);
    if (metric.forEach != null && forEach == null) {
      return null;
    }
    Scene outer = binding.within(forEach);
    try {
      return bound(metric, forEach);
    } finally {
      binding.back(outer);
    }
  }

  private @Nullable BoundMetric bound(MetricPart metric, @Nullable BoundFormula forEach) {
    BoundFormula value = binding.optional(metric.name, metric.value, metric.at);
    BoundFormula when = binding.optional(metric.name + ", when", metric.when, metric.at);
    BoundFormula[] by = binding.formulas(metric.by, At.values());
    boolean fits = value != null && by.length == metric.by.size();
    if (value == null || !fits || (metric.when == null) != (when == null)) {
      return null;
    }
    RuleInstrument instrument =
        binding.instruments().of(metric, binding.state().rule().scope, binding::problem);
    return instrument == null
        ? null
        : new BoundMetric(metric.at, instrument, value, forEach, when, inOrder(metric, by));
  }

  /** Those that are worked out at different times were bound one time after the other. */
  private static BoundFormula[] inOrder(MetricPart metric, BoundFormula[] bound) {
    BoundFormula[] ordered = new BoundFormula[bound.length];
    for (int i = 0; i < ordered.length; i++) {
      NamedFormula wanted = metric.by.get(i);
      for (BoundFormula one : bound) {
        ordered[i] = one.name.equals(wanted.name) ? one : ordered[i];
      }
    }
    return ordered;
  }
}
