// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.engine.rules.expression.Binder;
import dev.weft.engine.rules.model.RuleProblem;
import dev.weft.engine.rules.model.RuleSet;
import dev.weft.engine.rules.model.TelemetryRule;
import dev.weft.engine.rules.record.RuleState;
import dev.weft.engine.weave.CallSites;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules as they are between two changes of them, and what became of each. Thread-safe. */
final class Generation {
  private static final int MOST_PROBLEMS = 1000;

  final int number;
  final List<TelemetryRule> rules;
  final RuleIndex index;
  final Binder binder;
  private final Map<String, RuleState> states = new HashMap<>();
  private final Map<String, CallSites> sites = new HashMap<>();
  private final Set<String> matched = new HashSet<>();
  private final Map<String, String> misses = new HashMap<>();
  private final Set<String> said = new HashSet<>();

  /**
   * Creates it.
   *
   * @param enabled those of the rules that are switched on
   */
  Generation(int number, RuleSet rules, List<TelemetryRule> enabled) {
    this.number = number;
    this.rules = enabled;
    this.index = new RuleIndex(enabled);
    this.binder = new Binder(rules.allowed);
    for (TelemetryRule rule : enabled) {
      CallSites own = new CallSites();
      sites.put(rule.name, own);
      states.put(rule.name, new RuleState(rule, own::silence));
    }
  }

  @Nullable RuleState state(String rule) {
    return states.get(rule);
  }

  @Nullable CallSites sites(String rule) {
    return sites.get(rule);
  }

  /** Records nothing any more. */
  void end() {
    states.values().forEach(RuleState::off);
    sites.values().forEach(CallSites::silence);
  }

  synchronized void matched(TelemetryRule rule) {
    matched.add(rule.name);
  }

  /** Returns whether a rule has matched nothing so far, and nobody knows why. */
  synchronized boolean isUnexplained(TelemetryRule rule) {
    return !matched.contains(rule.name) && !misses.containsKey(rule.name);
  }

  /** Remembers why a rule did not match, if it was near. */
  synchronized void missed(TelemetryRule rule, String why) {
    misses.putIfAbsent(rule.name, why);
  }

  synchronized @Nullable String miss(TelemetryRule rule) {
    return misses.get(rule.name);
  }

  synchronized List<TelemetryRule> unmatched() {
    List<TelemetryRule> unmatched = new ArrayList<>();
    for (TelemetryRule rule : rules) {
      if (!matched.contains(rule.name)) {
        unmatched.add(rule);
      }
    }
    return unmatched;
  }

  /** Returns whether a problem is said for the first time: each method of a rule has the same. */
  synchronized boolean first(RuleProblem problem) {
    return said.size() < MOST_PROBLEMS && said.add(problem.line());
  }
}
