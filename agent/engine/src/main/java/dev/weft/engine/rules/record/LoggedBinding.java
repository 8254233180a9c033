// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.engine.rules.expression.Scene;
import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.LogPart;
import org.jspecify.annotations.Nullable;

/** Binds the log records of a rule. */
final class LoggedBinding {
  private final RuleBinding binding;

  LoggedBinding(RuleBinding binding) {
    this.binding = binding;
  }

  /** Returns null where what decides whether to log does not fit. */
  @Nullable BoundLog bind(LogPart log, String scope) {
    String name = log.event.isEmpty() ? "a log record" : log.event;
    BoundFormula forEach = binding.optional(name, log.forEach, log.at);
    if (log.forEach != null && forEach == null) {
      return null;
    }
    Scene outer = binding.within(forEach);
    try {
      BoundFormula when = binding.optional(name + ", when", log.when, log.at);
      BoundFormula severity = binding.optional(name + ", severity", log.severity, log.at);
      if ((log.when == null) != (when == null) || severity == null) {
        return null;
      }
      return new BoundLog(
          log.at,
          scope,
          log.event,
          severity,
          binding.optional(name + ", body", log.body, log.at),
          forEach,
          when,
          binding.attributes(log.attributes, At.values()));
    } finally {
      binding.back(outer);
    }
  }
}
