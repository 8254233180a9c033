// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import dev.weft.engine.rules.model.LiftPart;
import dev.weft.engine.rules.model.MethodPattern;
import dev.weft.engine.rules.model.TelemetryRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes that spans get from rules of calls below. Immutable. */
final class HandedUp {
  private final Collection<TelemetryRule> rules;

  HandedUp(Collection<TelemetryRule> rules) {
    this.rules = rules;
  }

  /** Returns those of the span of a rule, and how each comes about. */
  Map<String, String> to(TelemetryRule rule) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (TelemetryRule below : rules) {
      for (LiftPart lift : below.up) {
        if (isCalled(rule, lift.target)) {
          String from = Words.of(lift.with) + " of what " + below.name + " hands up";
          attributes.merge(lift.attribute, from, (one, other) -> one + ", " + other);
        }
      }
    }
    return attributes;
  }

  private static boolean isCalled(TelemetryRule rule, String target) {
    if (rule.name.equals(target)) {
      return true;
    }
    if (rule.span == null || rule.span.name != null) {
      return rule.span != null
          && rule.span.name != null
          && rule.span.name.expression.toString().equals(target);
    }
    for (String type : rule.on.types) {
      for (MethodPattern method : rule.on.methods) {
        if ((Words.simpleName(type) + "." + method.name).equals(target)) {
          return true;
        }
      }
    }
    return false;
  }
}
