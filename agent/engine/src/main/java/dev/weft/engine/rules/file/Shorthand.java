// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.api.trace.SpanKind;
import dev.weft.engine.rules.expression.Expression;
import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.Formula;
import dev.weft.engine.rules.model.MethodPattern;
import dev.weft.engine.rules.model.NamedFormula;
import dev.weft.engine.rules.model.Place;
import dev.weft.engine.rules.model.SpanPart;
import dev.weft.engine.rules.model.Target;
import dev.weft.engine.rules.model.TelemetryRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code a.B[m,n];c.D[x]}: one rule for each method, called by its class and its name, with
 * an internal span.
 */
final class Shorthand {
  static final String SETTING = "otel.instrumentation.methods.include";

  /** The name by which all of these rules are switched at once. */
  static final String INSTRUMENTATION = "methods";

  /** The scope of those that come from the setting, as users know it from elsewhere. */
  static final String SCOPE = "io.opentelemetry.methods";

  private static final String FORM =
      "a list such as com.acme.Orders[place,cancel];com.acme.Bill[pay]";
  private static final Pattern ENTRY = Pattern.compile("\\s*([\\w.$]+)\\s*\\[([^\\[\\]]*)\\]\\s*");
  private static final Pattern METHOD = Pattern.compile("[\\w$]+");

  private final Place place;
  private final String scope;
  private final Problems problems;

  Shorthand(Place place, String scope, Problems problems) {
    this.place = place;
    this.scope = scope;
    this.problems = problems;
  }

  List<TelemetryRule> read(String text) {
    List<TelemetryRule> rules = new ArrayList<>();
    for (String entry : text.split(";")) {
      Matcher matcher = ENTRY.matcher(entry);
      if (entry.trim().isEmpty()) {
        continue;
      }
      if (!matcher.matches() || !MethodPatterns.isClass(matcher.group(1))) {
        wrong("'" + entry.trim() + "' is no class with methods in brackets");
        continue;
      }
      addAll(matcher.group(1), matcher.group(2), rules);
    }
    if (text.trim().isEmpty()) {
      wrong("there is nothing");
    }
    return rules;
  }

  /** Returns whether a rule is one of these: called by its class and its method. */
  static boolean hasMade(TelemetryRule rule) {
    Target on = rule.on;
    return on.kind == Target.Kind.CLASS
        && on.types.size() == 1
        && on.methods.size() == 1
        && rule.name.equals(on.types.get(0) + "." + on.methods.get(0).name);
  }

  private void addAll(String type, String methods, List<TelemetryRule> rules) {
    int before = rules.size();
    for (String method : methods.split(",")) {
      String name = method.trim();
      if (METHOD.matcher(name).matches()) {
        rules.add(rule(type, name));
      } else if (!name.isEmpty()) {
        wrong("'" + name + "' is no name of a method of " + type);
        return;
      }
    }
    if (rules.size() == before) {
      wrong("no method of " + type + " is named");
    }
  }

  private void wrong(String fault) {
    problems.add(place, fault + "; it has to be " + FORM, true);
  }

  private TelemetryRule rule(String type, String method) {
    String name = type + "." + method;
    Formula function = new Formula(Expression.constant(name), place);
    SpanPart span =
        new SpanPart(
            null,
            SpanKind.INTERNAL,
            SpanPart.Root.CHILD,
            Collections.emptyList(),
            Collections.singletonList(new NamedFormula("code.function.name", function, At.ENTRY)),
            Collections.emptyList(),
            null,
            null);
    Target on =
        new Target(
            Target.Kind.CLASS,
            Collections.singletonList(type),
            Collections.singletonList(new MethodPattern(method, null, place)),
            place);
    return new TelemetryRule(
        name,
        scope,
        place,
        on,
        true,
        null,
        0,
        Collections.emptyList(),
        span,
        Collections.emptyList(),
        Collections.emptyList(),
        Collections.emptyList(),
        Collections.emptyList());
  }
}
