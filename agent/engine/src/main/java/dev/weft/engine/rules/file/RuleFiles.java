// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.model.Place;
import dev.weft.engine.rules.model.RuleProblem;
import dev.weft.engine.rules.model.RuleSet;
import dev.weft.engine.rules.model.TelemetryRule;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads rule files, whole or not at all, and says what is wrong with them. */
public final class RuleFiles {
  /** What came of it. Immutable. */
  public static final class Outcome {
    /** The rules of the files that can be used. */
    public final RuleSet rules;

    /** In the order in which they were found. */
    public final List<RuleProblem> problems;

    Outcome(RuleSet rules, List<RuleProblem> problems) {
      this.rules = rules;
      this.problems = problems;
    }

    /** Returns whether every file can be used; warnings apart. */
    public boolean isWhole() {
      for (RuleProblem problem : problems) {
        if (problem.fatal) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<RuleProblem> problems = new ArrayList<>();
  private final UpTargets targets = new UpTargets();
  private final CrossCheck together = new CrossCheck(problems);
  private final List<TelemetryRule> rules = new ArrayList<>();
  private final Set<String> allowed = new LinkedHashSet<>();
  private final Set<String> unusable = new HashSet<>();

  private RuleFiles() {}

  /** Reads files, and those of folders in the order of their names. */
  public static Outcome read(List<File> paths) {
    return read(paths, "");
  }

  /**
   * Reads files, and those of folders in the order of their names.
   *
   * @param methods what is set as {@code otel.instrumentation.methods.include}; may be empty
   */
  public static Outcome read(List<File> paths, String methods) {
    return new RuleFiles().readAll(paths, methods);
  }

  /**
   * Returns the files that are read for some paths, in their order; those that are not there too.
   */
  public static List<File> files(List<File> paths) {
    Set<File> files = new LinkedHashSet<>();
    for (File path : paths) {
      File[] children = path.listFiles(RuleFiles::isRuleFile);
      if (children == null) {
        files.add(path);
      } else {
        Arrays.sort(children);
        files.addAll(Arrays.asList(children));
      }
    }
    return new ArrayList<>(files);
  }

  private static boolean isRuleFile(File file) {
    String name = file.getName();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && file.isFile();
  }

  private Outcome readAll(List<File> paths, String methods) {
    for (File path : files(paths)) {
      if (path.exists()) {
        take(new RuleFile(path, new Problems(path.getPath(), problems), targets));
      } else {
        problems.add(new RuleProblem(new Place(path.getPath(), 0), "does not exist", true));
      }
    }
    if (!methods.trim().isEmpty()) {
      takeShorthand(methods);
    }
    unusable.addAll(targets.check(problems));
    unusable.addAll(together.files());
    List<TelemetryRule> usable = new ArrayList<>();
    for (TelemetryRule rule : rules) {
      if (!unusable.contains(rule.place.file)) {
        usable.add(rule);
      }
    }
    return new Outcome(
        new RuleSet(Collections.unmodifiableList(usable), Collections.unmodifiableSet(allowed)),
        Collections.unmodifiableList(problems));
  }

  private void take(RuleFile file) {
    if (file.isUsable()) {
      allowed.addAll(file.allowed);
    } else {
      unusable.add(file.name);
    }
    for (TelemetryRule rule : file.rules) {
      together.add(rule);
      rules.add(rule);
    }
  }

  private void takeShorthand(String methods) {
    Place place = new Place(Shorthand.SETTING, 0);
    Problems own = new Problems(Shorthand.SETTING, problems);
    for (TelemetryRule rule : new Shorthand(place, Shorthand.SCOPE, own).read(methods)) {
      targets.add(rule.name, rule.span, rule.on);
      together.add(rule);
      rules.add(rule);
    }
    if (own.fatal()) {
      unusable.add(Shorthand.SETTING);
    }
  }
}
