// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import dev.weft.engine.rules.expression.Binder;
import dev.weft.engine.rules.file.RuleFiles;
import dev.weft.engine.rules.file.RuleSwitches;
import dev.weft.engine.rules.model.TelemetryRule;
import dev.weft.engine.rules.record.RuleBinding;
import dev.weft.engine.rules.record.RuleInstruments;
import dev.weft.engine.rules.record.RuleState;
import dev.weft.engine.rules.record.WovenSignature;
import dev.weft.engine.rules.weave.RuleMatcher;
import dev.weft.engine.weave.Exclusions;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells which methods on a class path rules match, and what they emit for each. */
final class RuleCheck {
  private final Arguments arguments;
  private final Findings findings;
  private final RuleSwitches switches;
  private final Exclusions excluded;
  private final RuleFiles.Outcome read;
  private final Binder binder;
  private final HandedUp handedUp;
  private final RuleInstruments instruments = new RuleInstruments();

  /**
   * Creates it.
   *
   * @param configuration what is set where this runs, which may be where the rules will
   */
  RuleCheck(Arguments arguments, Findings findings, Configuration configuration) {
    switches = new RuleSwitches(configuration);
    excluded = new Exclusions(configuration.list(Keys.EXCLUDE_CLASSES), Collections.emptyList());
    this.arguments = arguments;
    this.findings = findings;
    read = findings.read(arguments.files);
    binder = new Binder(read.rules.allowed);
    handedUp = new HandedUp(read.rules.rules);
  }

  void print(PrintStream out) {
    int methods = 0;
    try (ClassPath classPath = new ClassPath(arguments.classPath, findings)) {
      MatchedMethods matched = new MatchedMethods(read.rules.rules, classPath, findings);
      for (TelemetryRule rule : read.rules.rules) {
        out.println("rule " + rule.name + " (" + rule.place + ")" + switched(rule));
        if (matched.of(rule).isEmpty()) {
          out.println("  matches nothing");
          findings.problem(
              rule.on.place, "rule " + rule.name + " matches nothing: " + matched.nearMiss(rule));
        }
        methods += print(out, emissions(rule, matched.of(rule), classPath.loader()));
        out.println();
      }
    }
    out.println(
        Words.count(read.rules.rules.size(), "rule")
            + ", "
            + Words.count(methods, "method")
            + ", "
            + Words.count(findings.problems(), "problem"));
  }

  private String switched(TelemetryRule rule) {
    if (switches.enabled(rule) == rule.enabled) {
      return rule.enabled ? "" : ", off until it is switched on";
    }
    return rule.enabled ? ", switched off by a setting" : ", switched on by a setting";
  }

  /** Methods for which the same is emitted are told together; returns how many there are. */
  private static int print(PrintStream out, Map<List<String>, List<String>> emissions) {
    int count = 0;
    for (Map.Entry<List<String>, List<String>> emission : emissions.entrySet()) {
      emission.getValue().forEach(method -> out.println("  " + method));
      emission.getKey().forEach(line -> out.println("    " + line));
      count += emission.getValue().size();
    }
    return count;
  }

  private Map<List<String>, List<String>> emissions(
      TelemetryRule rule, List<MatchedMethods.Found> found, ClassLoader loader) {
    Map<List<String>, List<String>> emissions = new LinkedHashMap<>();
    UnseenClasses unseen = new UnseenClasses(rule);
    for (MatchedMethods.Found one : found) {
      try {
        Method method = RuleMatcher.method(Class.forName(one.type, false, loader), one.method);
        WovenSignature signature = RuleMatcher.signature(rule, method);
        emissions
            .computeIfAbsent(emission(rule, signature), first -> new ArrayList<>())
            .add(text(method));
      } catch (ClassNotFoundException | LinkageError | RuntimeException missing) {
        unseen.add(one.type, missing);
      }
    }
    unseen.report(!emissions.isEmpty(), findings);
    return emissions;
  }

  private List<String> emission(TelemetryRule rule, WovenSignature signature) {
    RuleBinding binding =
        new RuleBinding(
            new RuleState(rule, () -> {}), binder, instruments, key -> null, findings::problem);
    binding.bind(signature);
    return new Emission(rule, handedUp, binding::isUnfit).lines(signature.spanName);
  }

  private String text(Method method) {
    StringBuilder text = new StringBuilder(method.getDeclaringClass().getName());
    text.append('.').append(method.getName()).append('(');
    String before = "";
    for (Class<?> type : method.getParameterTypes()) {
      text.append(before).append(type.getTypeName());
      before = ", ";
    }
    String internalName = method.getDeclaringClass().getName().replace('.', '/');
    boolean out = excluded.exclude(method.getDeclaringClass().getClassLoader(), internalName);
    return text.append(out ? "), excluded by a setting" : ")").toString();
  }
}
