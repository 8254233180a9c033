// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.config.InstrumentationNames;
import dev.weft.engine.rules.model.MetricPart;
import dev.weft.engine.rules.model.NamedFormula;
import dev.weft.engine.rules.model.Place;
import dev.weft.engine.rules.model.RuleProblem;
import dev.weft.engine.rules.model.TelemetryRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what cannot be together, in one file or in several. */
final class CrossCheck {
  private final Map<String, TelemetryRule> rules = new HashMap<>();
  private final Map<String, MetricPart> metrics = new HashMap<>();
  private final Set<String> files = new HashSet<>();
  private final List<RuleProblem> problems;

  CrossCheck(List<RuleProblem> problems) {
    this.problems = problems;
  }

  /** Returns the files of which something cannot be together with what came before. */
  Set<String> files() {
    return files;
  }

  void add(TelemetryRule rule) {
    String switchName = InstrumentationNames.switchName(rule.name);
    TelemetryRule first = rules.putIfAbsent(switchName, rule);
    if (first != null) {
      String same = first.name.equals(rule.name) ? "" : ", of which the switch is the same";
      wrong(rule.place, "rule " + rule.name + " is also at " + first.place + same);
    }
    if (InstrumentationNames.contains(switchName)) {
      wrong(
          rule.place, "rule " + rule.name + " has the name of an instrumentation, and its switch");
    }
    for (MetricPart metric : rule.metrics) {
      MetricPart before = metrics.putIfAbsent(metric.name, metric);
      String difference = before == null ? null : difference(before, metric);
      if (before != null && difference != null) {
        wrong(metric.place, "metric " + metric.name + " has " + difference + " at " + before.place);
      }
    }
  }

  private void wrong(Place place, String text) {
    problems.add(new RuleProblem(place, text, true));
    files.add(place.file);
  }

  private static @Nullable String difference(MetricPart one, MetricPart other) {
    if (one.kind != other.kind) {
      return "kind " + word(other) + " here and " + word(one);
    }
    if (!one.unit.equals(other.unit)) {
      return "unit '" + other.unit + "' here and '" + one.unit + "'";
    }
    if (!one.buckets.equals(other.buckets)) {
      return "buckets " + other.buckets + " here and " + one.buckets;
    }
    Set<String> keys = keys(other);
    return keys.equals(keys(one)) ? null : "keys " + keys + " here and " + keys(one);
  }

  private static String word(MetricPart metric) {
    return metric.kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Set<String> keys(MetricPart metric) {
    Set<String> keys = new java.util.TreeSet<>();
    for (NamedFormula one : metric.by) {
      keys.add(one.name);
    }
    return keys;
  }
}
