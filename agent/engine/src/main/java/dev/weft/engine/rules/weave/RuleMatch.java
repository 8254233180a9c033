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

  /** Why other rules that are about the class mean none of its methods. */
  public final Map<TelemetryRule, String> misses = new LinkedHashMap<>();

  RuleMatch(Set<TelemetryRule> concerned, String internalName, DeclaredMethods declared) {
    for (TelemetryRule rule : concerned) {
      if (choose(rule, declared)) {
        matched.add(rule);
      } else {
        misses.put(rule, NearMiss.ofMethods(rule, internalName, declared));
      }
    }
  }

  private boolean choose(TelemetryRule rule, DeclaredMethods declared) {
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
