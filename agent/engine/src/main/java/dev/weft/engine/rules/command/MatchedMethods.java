// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import dev.weft.engine.rules.model.TelemetryRule;
import dev.weft.engine.rules.weave.RuleMatch;
import dev.weft.engine.rules.weave.RuleMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods on a class path that each rule means, and what those that mean none are near to. */
final class MatchedMethods {
  private static final int MOST_MISSES = 3;

  private final List<TelemetryRule> rules;
  private final Findings findings;
  private final Map<String, List<Found>> found = new HashMap<>();
  private final Map<String, List<String>> misses = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  MatchedMethods(List<TelemetryRule> rules, ClassPath classPath, Findings findings) {
    this.rules = rules;
    this.findings = findings;
    RuleMatcher matcher = new RuleMatcher(rules);
    classPath.each(
        (name, classFile) -> {
          names.add(name.replace('/', '.'));
          try {
            take(name.replace('/', '.'), matcher.match(classPath.loader(), name, classFile));
          } catch (RuntimeException broken) {
            unreadable(name.replace('/', '.'), broken);
          }
        });
  }

  private void take(String type, @Nullable RuleMatch match) {
    if (match == null) {
      return;
    }
    match.methods.forEach(
        (method, matching) -> {
          for (String rule : matching) {
            found.computeIfAbsent(rule, first -> new ArrayList<>()).add(new Found(type, method));
          }
        });
    for (TelemetryRule rule : match.missed) {
      misses.computeIfAbsent(rule.name, first -> new ArrayList<>()).add(match.whyMissed(rule));
    }
  }

  /** Of what no rule names, nobody wants to know. */
  private void unreadable(String type, RuntimeException broken) {
    for (TelemetryRule rule : rules) {
      if (rule.on.types.contains(type)) {
        findings.problem(
            rule.on.place, "rule " + rule.name + ": " + type + " is no class file: " + broken);
      }
    }
  }

  List<Found> of(TelemetryRule rule) {
    return found.getOrDefault(rule.name, Collections.emptyList());
  }

  /** Says what a rule may have been meant for. */
  String nearMiss(TelemetryRule rule) {
    List<String> near = misses.get(rule.name);
    return near == null
        ? RuleMatcher.nearMiss(rule, names, "is on the class path")
        : String.join("; ", near.subList(0, Math.min(near.size(), MOST_MISSES)));
  }

  /** A method by its class, and by its name and descriptor. */
  static final class Found {
    final String type;
    final String method;

    Found(String type, String method) {
      this.type = type;
      this.method = method;
    }
  }
}
