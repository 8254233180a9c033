// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.Scope;
import dev.weft.engine.rules.expression.Binder;
import dev.weft.engine.rules.expression.Expression;
import dev.weft.engine.rules.expression.ExpressionProblem;
import dev.weft.engine.rules.expression.Scene;
import dev.weft.engine.rules.expression.Value;
import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.BelowPart;
import dev.weft.engine.rules.model.EventPart;
import dev.weft.engine.rules.model.Formula;
import dev.weft.engine.rules.model.LiftPart;
import dev.weft.engine.rules.model.NamedFormula;
import dev.weft.engine.rules.model.Place;
import dev.weft.engine.rules.model.RuleProblem;
import dev.weft.engine.rules.model.SpanPart;
import dev.weft.engine.rules.model.TelemetryRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Binds the parts of a rule to the types of one method. A part that does not fit is a problem, and
 * left out; the others stay. For one rule and method.
 */
public final class RuleBinding {
  private final RuleState state;
  private final Binder binder;
  private final RuleInstruments instruments;
  private final ResourceAttributes resource;
  private final Consumer<RuleProblem> problems;
  private final Set<Formula> unfit = Collections.newSetFromMap(new IdentityHashMap<>(0));
  private Scene scene;

  /**
   * Creates it.
   *
   * @param binder knows which methods may be called
   * @param problems told of what does not fit
   */
  public RuleBinding(
      RuleState state,
      Binder binder,
      RuleInstruments instruments,
      ResourceAttributes resource,
      Consumer<RuleProblem> problems) {
    this.state = state;
    this.binder = binder;
    this.instruments = instruments;
    this.resource = resource;
    this.problems = problems;
    this.scene = new Scene(Object.class, new ArrayList<>(), new ArrayList<>(), void.class);
  }

  /** Returns the rule as it is for a method. */
  public BoundRule bind(WovenSignature method) {
    TelemetryRule rule = state.rule();
    scene = method.scene;
    BoundFormula when = optional("when", rule.when, At.ENTRY);
    if (rule.when != null && when == null) {
      // of calls that cannot be told apart none is meant
      when = optional("when", new Formula(Expression.constant(false), rule.place), At.ENTRY);
    }
    BoundFormula[] context = formulas(rule.context, At.ENTRY, At.EXIT, At.RETURN, At.THROW);
    BoundSpan span = rule.span == null ? null : span(rule.span, method, Scope.of(rule.scope));
    List<BoundMetric> metrics = new ArrayList<>();
    rule.metrics.forEach(metric -> addIfAny(metrics, new MeteredBinding(this).bind(metric)));
    List<BoundLog> logs = new ArrayList<>();
    rule.logs.forEach(log -> addIfAny(logs, new LoggedBinding(this).bind(log, rule.scope)));
    return new BoundRule(
        state,
        method.asynchronous,
        method.overridable,
        method.method,
        when,
        context,
        span,
        lifts(rule),
        below(rule),
        metrics.toArray(new BoundMetric[0]),
        logs.toArray(new BoundLog[0]),
        resource);
  }

  private static <T> void addIfAny(List<T> list, @Nullable T element) {
    if (element != null) {
      list.add(element);
    }
  }

  private BoundSpan span(SpanPart part, WovenSignature method, Scope scope) {
    BoundFormula name =
        part.name == null
            ? named(method.spanName, state.rule().place)
            : optional("the span's name", part.name, At.ENTRY);
    List<BoundFormula> links = new ArrayList<>();
    part.links.forEach(link -> addIfAny(links, optional("a link", link, At.ENTRY)));
    List<BoundEvent> events = new ArrayList<>();
    for (EventPart event : part.events) {
      BoundFormula when = optional("event " + event.name, event.when, event.at);
      if (event.when == null || when != null) {
        BoundAttributes of = attributes(event.attributes, At.values());
        events.add(new BoundEvent(event.at, event.name, when, of));
      }
    }
    return new BoundSpan(
        part,
        scope,
        name == null ? named(method.spanName, state.rule().place) : name,
        method.spanName,
        links.toArray(new BoundFormula[0]),
        attributes(part.attributes, At.ENTRY),
        attributes(part.attributes, At.RETURN, At.THROW, At.EXIT),
        events.toArray(new BoundEvent[0]),
        optional("failed", part.failed, At.RETURN),
        optional("error.type", part.errorType, At.EXIT));
  }

  private BoundFormula named(String text, Place place) {
    Formula constant = new Formula(Expression.constant(text), place);
    BoundFormula bound = optional(text, constant, At.ENTRY);
    if (bound == null) {
      throw new IllegalStateException(text);
    }
    return bound;
  }

  private BoundLift[] lifts(TelemetryRule rule) {
    List<BoundLift> lifts = new ArrayList<>();
    for (LiftPart lift : rule.up) {
      BoundFormula value = optional(lift.attribute, lift.value, lift.at);
      addIfAny(lifts, value == null ? null : new BoundLift(lift, value));
    }
    return lifts.toArray(new BoundLift[0]);
  }

  private BoundBelow[] below(TelemetryRule rule) {
    List<BoundBelow> below = new ArrayList<>();
    for (BelowPart part : rule.below) {
      BoundFormula where = optional(part.attribute, part.where, At.EXIT);
      BoundFormula value = optional(part.attribute, part.value, At.EXIT);
      boolean fits = (part.where == null) == (where == null);
      if (fits && (part.value == null) == (value == null)) {
        below.add(new BoundBelow(part, where, value));
      }
    }
    return below.toArray(new BoundBelow[0]);
  }

  BoundAttributes attributes(List<NamedFormula> formulas, At... due) {
    return new BoundAttributes(formulas(formulas, due));
  }

  BoundFormula[] formulas(List<NamedFormula> formulas, At... due) {
    List<BoundFormula> bound = new ArrayList<>();
    for (NamedFormula one : formulas) {
      for (At at : due) {
        addIfAny(bound, one.at == at ? optional(one.name, one.value, at) : null);
      }
    }
    return bound.toArray(new BoundFormula[0]);
  }

  /** Returns a formula that is bound, or null where there is none or it does not fit. */
  @Nullable BoundFormula optional(String name, @Nullable Formula formula, At at) {
    if (formula == null) {
      return null;
    }
    try {
      Value value = binder.bind(formula.expression, scene);
      return new BoundFormula(name, value, at, formula.place);
    } catch (ExpressionProblem problem) {
      problem(formula.place, name + ": " + problem.getMessage() + " in " + formula.expression);
    } catch (LinkageError | RuntimeException broken) {
      problem(formula.place, name + ": its types cannot be looked at: " + broken);
    }
    unfit.add(formula);
    return null;
  }

  /** Returns whether something was to be bound and did not fit. */
  public boolean isUnfit(@Nullable Formula formula) {
    return formula != null && unfit.contains(formula);
  }

  void problem(Place place, String text) {
    problems.accept(new RuleProblem(place, "rule " + state.rule().name + ": " + text, false));
  }

  /**
   * Goes through the elements of a formula: until the scene is given back, {@code each} is one.
   *
   * @return the scene before
   */
  Scene within(@Nullable BoundFormula collection) {
    Scene outer = scene;
    if (collection != null) {
      try {
        scene = outer.each(binder.elementOf(collection.value));
      } catch (ExpressionProblem problem) {
        problem(collection.place, collection.name + ": " + problem.getMessage());
        scene = outer.each(Object.class);
      }
    }
    return outer;
  }

  void back(Scene outer) {
    scene = outer;
  }

  RuleInstruments instruments() {
    return instruments;
  }

  RuleState state() {
    return state;
  }
}
