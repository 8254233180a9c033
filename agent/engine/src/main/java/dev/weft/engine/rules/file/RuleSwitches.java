// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Problem;
import dev.weft.engine.rules.model.TelemetryRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Says which rules are switched on: by their names, as instrumentations are. */
public final class RuleSwitches {
  private final Configuration configuration;

  /** Creates it. */
  public RuleSwitches(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Returns whether a rule is to be woven: what is set for its name, else what its file says unless
   * all defaults are switched off. Methods that are only listed have one more switch for all.
   */
  public boolean enabled(TelemetryRule rule) {
    boolean listed = Shorthand.hasMade(rule) && !configuration.isSwitched(rule.name);
    String name = listed ? Shorthand.INSTRUMENTATION : rule.name;
    return configuration.instrumentationEnabled(name, rule.enabled);
  }

  /**
   * Returns what to tell the user of switches that switch nothing: nothing while there is a file of
   * which not all rules are known.
   */
  public List<Problem> unknown(RuleFiles.Outcome outcome) {
    if (!outcome.isWhole()) {
      return Collections.emptyList();
    }
    List<String> names = new ArrayList<>();
    for (TelemetryRule rule : outcome.rules.rules) {
      names.add(rule.name);
    }
    return configuration.unknownSwitches(names);
  }
}
