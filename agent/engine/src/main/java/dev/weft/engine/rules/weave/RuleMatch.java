// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.engine.rules.model.TelemetryRule;
import dev.weft.engine.rules.weave.DeclaredMethods.Declared;
import dev.weft.engine.weave.MethodWeaver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules mean of one class. */
public final class RuleMatch {
  /** The names of the rules of each method, by its name and descriptor. */
  public final Map<String, List<String>> methods = new LinkedHashMap<>();

  /** The rules that mean one of its methods, or several. */
  public final Set<TelemetryRule> matched = new LinkedHashSet<>();

  /** The rules that are about the class and mean none of its methods. */
  public final Set<TelemetryRule> missed = new LinkedHashSet<>();

  private final String internalName;
  private final DeclaredMethods declared;

  RuleMatch(Set<TelemetryRule> concerned, String internalName, DeclaredMethods declared) {
    this.internalName = internalName;
    this.declared = declared;
    for (TelemetryRule rule : concerned) {
      (choose(rule) ? matched : missed).add(rule);
    }
  }

  /** Says why a rule means none of the methods, and which it may have been meant for. */
  public String whyMissed(TelemetryRule rule) {
    return NearMiss.ofMethods(rule, internalName, declared);
  }

  private boolean choose(TelemetryRule rule) {
    boolean any = false;
    for (Declared method : declared.methods) {
      if (MethodWeaver.possible(method.access, method.name, method.descriptor)
          && RuleIndex.includes(rule, method, declared)) {
        methods.computeIfAbsent(method.key(), first -> new ArrayList<>(1)).add(rule.name);
        any = true;
      }
    }
    return any;
  }
}
