// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.BelowPart;
import dev.weft.engine.rules.model.Formula;
import dev.weft.engine.rules.model.LiftPart;
import dev.weft.engine.rules.model.LogPart;
import dev.weft.engine.rules.model.MetricPart;
import dev.weft.engine.rules.model.NamedFormula;
import dev.weft.engine.rules.model.SpanPart;
import dev.weft.engine.rules.model.Target;
import dev.weft.engine.rules.model.TelemetryRule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one rule. */
final class RuleReader {
  private static final Pattern LIMIT = Pattern.compile("(\\d{1,9})\\s*/\\s*s");

  private final Problems problems;
  private final Nodes nodes;
  private final Formulas formulas;
  private final UpTargets targets;

  RuleReader(Problems problems, UpTargets targets) {
    this.problems = problems;
    this.nodes = new Nodes(problems);
    this.formulas = new Formulas(problems);
    this.targets = targets;
  }

  /** Returns it, or null and a problem. */
  @Nullable TelemetryRule read(String name, Node key, Node node, String scope) {
    Section rule = Section.of(node, "rule " + name, problems, Vocabulary.RULE);
    Node on = rule.get("on");
    Target target = on == null ? null : new TargetReader(problems).read(on);
    if (on == null) {
      problems.wrong(key, "rule " + name + " does not say on what: on is missing");
    }
    Node enabled = rule.get("enabled");
    Formula when = formulas.expression(rule.get("when"), "when");
    new Times(problems).with(when).onEntry(rule.get("when"), "when");
    Node spanNode = rule.get("span");
    SpanPart span = spanNode == null ? null : new SpanReader(problems).read(spanNode);
    AggregateReader aggregates = new AggregateReader(problems);
    Node up = rule.get("up");
    Node below = rule.get("below");
    Node metrics = rule.get("metrics");
    Node logs = rule.get("logs");
    int limit = limit(rule.get("limit"));
    List<NamedFormula> context = context(rule.get("context"));
    boolean isEnabled = enabled == null || nodes.flag(enabled, "enabled");
    List<LiftPart> lifts = up == null ? new ArrayList<>() : aggregates.up(up, targets);
    List<BelowPart> made = below == null ? new ArrayList<>() : aggregates.below(below);
    List<MetricPart> measured =
        metrics == null ? new ArrayList<>() : new MetricReader(problems).read(metrics);
    List<LogPart> records = logs == null ? new ArrayList<>() : new LogReader(problems).read(logs);
    if (isEmpty(rule)) {
      problems.wrong(
          key, "rule " + name + " records nothing: it has no span, context, up, metrics or logs");
    }
    if (target == null) {
      targets.add(name);
      return null;
    }
    targets.add(name, span, target);
    return new TelemetryRule(
        name,
        scope,
        problems.place(key),
        target,
        isEnabled,
        when,
        limit,
        context,
        span,
        lifts,
        made,
        measured,
        records);
  }

  private static boolean isEmpty(Section rule) {
    return !rule.has("span")
        && !rule.has("context")
        && !rule.has("up")
        && !rule.has("metrics")
        && !rule.has("logs");
  }

  private int limit(@Nullable Node node) {
    String text = node == null ? null : nodes.text(node, "limit");
    if (node == null || text == null) {
      return 0;
    }
    Matcher matcher = LIMIT.matcher(text.trim());
    int limit = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    if (limit == 0) {
      problems.wrong(node, "limit has to be calls a second, such as 100/s, not " + text);
    }
    return limit;
  }

  private List<NamedFormula> context(@Nullable Node node) {
    List<NamedFormula> values = new Attributes(problems).together(node, "context", false);
    for (NamedFormula one : values) {
      new Times(problems).with(one.value).onEntry(node, "context, " + one.name + ",");
    }
    return Attributes.at(At.ENTRY, values);
  }
}
