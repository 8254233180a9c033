// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.BelowPart;
import dev.weft.engine.rules.model.EventPart;
import dev.weft.engine.rules.model.Formula;
import dev.weft.engine.rules.model.LiftPart;
import dev.weft.engine.rules.model.LogPart;
import dev.weft.engine.rules.model.MetricPart;
import dev.weft.engine.rules.model.NamedFormula;
import dev.weft.engine.rules.model.SpanPart;
import dev.weft.engine.rules.model.TelemetryRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a rule emits for a call of one method, as lines; what does not fit is left out. */
final class Emission {
  private final TelemetryRule rule;
  private final HandedUp handedUp;
  private final Predicate<@Nullable Formula> unfit;
  private final List<String> lines = new ArrayList<>();

  /**
   * Creates it.
   *
   * @param unfit says of a formula whether it does not fit the method
   */
  Emission(TelemetryRule rule, HandedUp handedUp, Predicate<@Nullable Formula> unfit) {
    this.rule = rule;
    this.handedUp = handedUp;
    this.unfit = unfit;
  }

  /**
   * Returns the lines.
   *
   * @param spanName that of a span which the rule does not name
   */
  List<String> lines(String spanName) {
    if (rule.when != null || rule.perSecond > 0) {
      String limit = rule.perSecond > 0 ? ", at most " + rule.perSecond + "/s" : "";
      lines.add("calls" + when(rule.when) + limit);
    }
    named("context ", rule.context);
    if (rule.span != null) {
      span(rule.span, spanName);
    } else {
      rule.below.forEach(part -> below("below ", part));
    }
    rule.up.forEach(this::lift);
    rule.metrics.forEach(this::metric);
    rule.logs.forEach(this::log);
    return lines;
  }

  private void span(SpanPart span, String spanName) {
    String name =
        span.name == null || unfit.test(span.name) ? spanName : span.name.expression.toString();
    String root = span.root == SpanPart.Root.CHILD ? "" : ", root " + Words.of(span.root);
    lines.add("span " + name + ", " + Words.of(span.kind) + root);
    named("  ", span.attributes);
    rule.below.forEach(part -> below("  ", part));
    handedUp.to(rule).forEach((attribute, how) -> lines.add("  " + attribute + " = " + how));
    for (Formula link : span.links) {
      single("  link ", link);
    }
    single("  failed when ", span.failed);
    single("  error.type = ", span.errorType);
    span.events.forEach(this::event);
  }

  private void single(String what, @Nullable Formula formula) {
    if (formula != null && !unfit.test(formula)) {
      lines.add(what + formula.expression);
    }
  }

  private void named(String before, List<NamedFormula> formulas) {
    for (NamedFormula one : formulas) {
      single(before + one.name + " = ", one.value);
    }
  }

  private void below(String before, BelowPart part) {
    if (unfit.test(part.where) || unfit.test(part.value)) {
      return;
    }
    String of = part.value == null ? "spans below" : part.value.expression + " of spans below";
    String what = part.signal == null ? Words.of(part.with) + " of " + of : part.signal + " below";
    String where = part.where == null ? "" : " where " + part.where.expression;
    lines.add(before + part.attribute + " = " + what + where);
  }

  private void event(EventPart event) {
    if (!unfit.test(event.when)) {
      lines.add("  event " + event.name + at(event.at) + when(event.when));
      named("    ", event.attributes);
    }
  }

  private void lift(LiftPart lift) {
    if (!unfit.test(lift.value)) {
      String value = lift.attribute + " = " + Words.of(lift.with) + " of " + lift.value.expression;
      lines.add("up to " + lift.target + ": " + value);
    }
  }

  private void metric(MetricPart metric) {
    boolean whole = metric.by.stream().noneMatch(key -> unfit.test(key.value));
    if (whole && !unfit.test(metric.value) && fits(metric.forEach, metric.when)) {
      String value = " = " + metric.value.expression + Words.unit(metric);
      lines.add(
          Words.of(metric.kind)
              + " "
              + metric.name
              + value
              + each(metric.forEach)
              + at(metric.at)
              + when(metric.when));
      named("  ", metric.by);
    }
  }

  private void log(LogPart log) {
    if (!unfit.test(log.severity) && fits(log.forEach, log.when)) {
      String event = log.event.isEmpty() ? "" : " " + log.event;
      String severity = ", severity " + log.severity.expression;
      lines.add("log" + event + severity + each(log.forEach) + at(log.at) + when(log.when));
      single("  body = ", log.body);
      named("  ", log.attributes);
    }
  }

  private boolean fits(@Nullable Formula one, @Nullable Formula other) {
    return !unfit.test(one) && !unfit.test(other);
  }

  private static String at(At at) {
    return ", at " + Words.of(at);
  }

  private static String each(@Nullable Formula forEach) {
    return forEach == null ? "" : ", for each of " + forEach.expression;
  }

  private static String when(@Nullable Formula when) {
    return when == null ? "" : ", when " + when.expression;
  }
}
