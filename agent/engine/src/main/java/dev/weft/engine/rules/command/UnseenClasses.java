// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import dev.weft.engine.rules.model.Target;
import dev.weft.engine.rules.model.TelemetryRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** The classes that one rule matches and that cannot be looked at, and why. For one thread. */
final class UnseenClasses {
  private final TelemetryRule rule;
  private final Map<String, String> reasons = new LinkedHashMap<>();

  UnseenClasses(TelemetryRule rule) {
    this.rule = rule;
  }

  /** Something that the class mentions is missing, or this Java is too old for it. */
  void add(String type, Throwable why) {
    reasons.putIfAbsent(type, type + " cannot be looked at: " + why);
  }

  /**
   * Says so: of classes that the rule names, for each. Others, of libraries that can do with less
   * than they can use, are told once, and are no problem where there is more that the rule matches.
   */
  void report(boolean isThereMore, Findings findings) {
    if (reasons.isEmpty()) {
      return;
    }
    String about = "rule " + rule.name + ": ";
    if (rule.on.kind == Target.Kind.CLASS) {
      reasons.values().forEach(reason -> findings.problem(rule.on.place, about + reason));
      return;
    }
    int others = reasons.size() - 1;
    String more = others == 0 ? "" : "; nor can " + Words.count(others, "other class", "es");
    String text = about + reasons.values().iterator().next() + more;
    if (isThereMore) {
      findings.warning(rule.on.place, text);
    } else {
      findings.problem(rule.on.place, text);
    }
  }
}
