// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import dev.weft.engine.rules.model.BelowPart;
import dev.weft.engine.rules.model.EventPart;
import dev.weft.engine.rules.model.LogPart;
import dev.weft.engine.rules.model.MethodPattern;
import dev.weft.engine.rules.model.MetricPart;
import dev.weft.engine.rules.model.NamedFormula;
import dev.weft.engine.rules.model.SpanPart;
import dev.weft.engine.rules.model.Target;
import dev.weft.engine.rules.model.TelemetryRule;
import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what rules emit, as tables in Markdown. */
final class RuleDocs {
  private final List<TelemetryRule> rules;
  private final HandedUp handedUp;
  private final MarkdownTable spans =
      new MarkdownTable("Spans", "Name", "Kind", "Attributes", "Events");
  private final MarkdownTable metrics =
      new MarkdownTable("Metrics", "Name", "Kind", "Unit", "Attributes", "Description");
  private final MarkdownTable logs =
      new MarkdownTable("Log events", "Name", "Severity", "Attributes");

  RuleDocs(List<File> files, Findings findings) {
    rules = findings.read(files).rules.rules;
    handedUp = new HandedUp(rules);
  }

  void print(PrintStream out) {
    Map<String, MetricPart> described = new LinkedHashMap<>();
    for (TelemetryRule rule : rules) {
      if (rule.span != null) {
        span(rule, rule.span);
      }
      for (MetricPart metric : rule.metrics) {
        MetricPart known = described.get(metric.name);
        if (known == null || known.description.isEmpty()) {
          described.put(metric.name, metric);
        }
      }
      rule.logs.forEach(this::log);
    }
    described.values().forEach(this::metric);
    List<String> lines = new ArrayList<>();
    spans.to(lines);
    metrics.to(lines);
    logs.to(lines);
    lines.forEach(out::println);
  }

  private void span(TelemetryRule rule, SpanPart span) {
    Set<String> attributes = names(span.attributes);
    for (BelowPart part : rule.below) {
      attributes.add(part.attribute);
    }
    attributes.addAll(handedUp.to(rule).keySet());
    List<String> events = new ArrayList<>();
    for (EventPart event : span.events) {
      String of = event.attributes.isEmpty() ? "" : " (" + codes(names(event.attributes)) + ")";
      events.add(MarkdownTable.code(event.name) + of);
    }
    String name = span.name == null ? defaultName(rule.on) : span.name.expression.toString();
    spans.row(
        MarkdownTable.code(name),
        Words.of(span.kind),
        codes(attributes),
        String.join(", ", new LinkedHashSet<>(events)));
  }

  /** In braces what only the class path would tell. */
  private static String defaultName(Target on) {
    boolean known = on.kind == Target.Kind.CLASS && on.types.size() == 1;
    String type = known ? Words.simpleName(on.types.get(0)) : "{class}";
    String method = on.methods.size() == 1 ? on.methods.get(0).name : MethodPattern.ANY;
    return type + "." + (method.equals(MethodPattern.ANY) ? "{method}" : method);
  }

  private void metric(MetricPart metric) {
    metrics.row(
        MarkdownTable.code(metric.name),
        Words.of(metric.kind),
        metric.unit.isEmpty() ? "" : MarkdownTable.code(metric.unit),
        codes(names(metric.by)),
        MarkdownTable.text(metric.description));
  }

  private void log(LogPart log) {
    String name = log.event;
    if (name.isEmpty() && log.body != null) {
      name = log.body.expression.toString();
    }
    logs.row(
        MarkdownTable.code(name),
        MarkdownTable.code(log.severity.expression.toString()),
        codes(names(log.attributes)));
  }

  private static Set<String> names(List<NamedFormula> formulas) {
    Set<String> names = new LinkedHashSet<>();
    for (NamedFormula one : formulas) {
      names.add(one.name);
    }
    return names;
  }

  private static String codes(Set<String> names) {
    List<String> codes = new ArrayList<>();
    names.forEach(name -> codes.add(MarkdownTable.code(name)));
    return String.join(", ", codes);
  }
}
