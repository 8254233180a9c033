// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.engine.Log;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Problem;
import dev.weft.engine.rules.file.ConfiguredRules;
import dev.weft.engine.rules.file.RuleFiles;
import dev.weft.engine.rules.file.RuleSwitches;
import dev.weft.engine.rules.model.MetricPart;
import dev.weft.engine.rules.model.RuleProblem;
import dev.weft.engine.rules.model.RuleSet;
import dev.weft.engine.rules.model.TelemetryRule;
import dev.weft.engine.rules.record.RuleInstruments;
import dev.weft.engine.weave.Exclusions;
import dev.weft.engine.weave.Explanation;
import dev.weft.engine.weave.MethodWeaver;
import dev.weft.engine.weave.Weaving;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Telemetry rules in this JVM: reads and weaves them, and follows changes of their files. Made only
 * where there are rules.
 */
public final class RuleWeaving implements RuleTransformer.Surroundings {
  /** Rules that have matched nothing, each a line of its own. */
  private static final int MOST_TOLD = 20;

  private final Instrumentation instrumentation;
  private final Weaving weaving;
  private final Exclusions excluded;
  private final ClassLoader agent;
  private final ConfiguredRules configured;
  private final RuleSwitches switches;
  private final RuleInstruments instruments = new RuleInstruments();
  private final RuleTransformer transformer;
  private volatile Generation current;

  /**
   * Creates it, before anything is woven.
   *
   * @param agent the class loader of the agent
   */
  public RuleWeaving(
      Configuration configuration,
      Instrumentation instrumentation,
      Weaving weaving,
      Exclusions excluded,
      Explanation explanation,
      ClassLoader agent) {
    this.instrumentation = instrumentation;
    this.weaving = weaving;
    this.excluded = excluded;
    this.agent = agent;
    configured = new ConfiguredRules(configuration);
    switches = new RuleSwitches(configuration);
    current = none(0);
    transformer = new RuleTransformer(() -> current, new MethodWeaver(explanation), this);
    weaving.rules(new RuleLinker(() -> current, instruments, new ProcessAttributes(configuration)));
  }

  private static Generation none(int number) {
    RuleSet none = new RuleSet(Collections.emptyList(), Collections.emptySet());
    return new Generation(number, none, Collections.emptyList());
  }

  /** Reads the rules, and weaves them from now on. */
  public void start() {
    RuleWatch watch = new RuleWatch(this, configured);
    RuleFiles.Outcome read = read();
    for (Problem problem : switches.unknown(read)) {
      Log.line(problem.line());
    }
    current = generation(1, read.rules);
    instrumentation.addTransformer(transformer, true);
    reweave(current);
    watch.start();
  }

  private RuleFiles.Outcome read() {
    RuleFiles.Outcome read = configured.read();
    for (RuleProblem problem : read.problems) {
      Log.line(problem.line());
    }
    return read;
  }

  private Generation generation(int number, RuleSet rules) {
    List<TelemetryRule> enabled = new ArrayList<>();
    for (TelemetryRule rule : rules.rules) {
      if (switches.enabled(rule)) {
        enabled.add(rule);
      }
    }
    return new Generation(number, rules, enabled);
  }

  /** Takes changed files: all of them, or none if one of them is broken. */
  void reload() {
    RuleFiles.Outcome read = read();
    if (!read.isWhole()) {
      Log.line("rules: the changed files are not used, the rules from before stay");
      return;
    }
    Generation before = current;
    Generation after = generation(before.number + 1, read.rules);
    List<RuleInstruments.MetricOfScope> metrics = new ArrayList<>();
    for (TelemetryRule rule : after.rules) {
      for (MetricPart metric : rule.metrics) {
        metrics.add(new RuleInstruments.MetricOfScope(rule.scope, metric));
      }
    }
    instruments.keep(metrics);
    current = after;
    before.end();
    reweave(after);
    Log.line("rules: read again, " + after.rules.size() + " of them");
  }

  /** Weaves what is loaded and concerns rules, or did so before. */
  private void reweave(Generation generation) {
    List<Class<?>> concerned = new ArrayList<>();
    LoadedClasses loaded = new LoadedClasses(generation.index);
    for (Class<?> one : instrumentation.getAllLoadedClasses()) {
      ClassLoader loader = one.getClassLoader();
      boolean possible = loader != null && loader != agent && !one.isArray();
      if (possible
          && instrumentation.isModifiableClass(one)
          && (transformer.hasWoven(one.getName().replace('.', '/')) || loaded.concerns(one))) {
        concerned.add(one);
      }
    }
    weaving.reweave(concerned);
  }

  /** Says which rules have matched nothing so far; of very many, how many more. */
  void reportUnmatched() {
    Generation generation = current;
    List<String> names = null;
    List<TelemetryRule> unmatched = generation.unmatched();
    int told = Math.min(unmatched.size(), MOST_TOLD);
    for (TelemetryRule rule : unmatched.subList(0, told)) {
      String miss = generation.miss(rule);
      if (miss == null) {
        names = names == null ? loadedNames() : names;
        miss = NearMiss.ofClasses(rule, names, "was loaded");
      }
      RuleProblem problem =
          new RuleProblem(
              rule.on.place, "rule " + rule.name + " has matched nothing so far: " + miss, false);
      if (generation.first(problem)) {
        Log.line(problem.line());
      }
    }
    if (unmatched.size() > told) {
      int more = unmatched.size() - told;
      Log.line("rules: " + more + " more rules have matched nothing so far");
    }
  }

  private List<String> loadedNames() {
    List<String> names = new ArrayList<>();
    for (Class<?> one : instrumentation.getAllLoadedClasses()) {
      if (one.getClassLoader() != null && one.getClassLoader() != agent && !one.isArray()) {
        names.add(one.getName());
      }
    }
    return names;
  }

  @Override
  public boolean excludes(ClassLoader loader, String internalName) {
    return loader == agent
        || Proxies.include(internalName)
        || Weaving.isInstrumentation(loader)
        || excluded.exclude(loader, internalName);
  }

  @Override
  public void prepare() throws Exception {
    weaving.prepare();
  }
}
