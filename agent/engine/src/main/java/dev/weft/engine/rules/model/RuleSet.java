// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

import java.util.List;
import java.util.Set;

/** The rules of all files. Immutable. */
public final class RuleSet {
  public final List<TelemetryRule> rules;

  /** Methods without parameters that expressions may call besides accessors: class, dot, method. */
  public final Set<String> allowed;

  /** Creates it. */
  public RuleSet(List<TelemetryRule> rules, Set<String> allowed) {
    this.rules = rules;
    this.allowed = allowed;
  }
}
