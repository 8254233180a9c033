// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Counter;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.engine.Log;
import dev.weft.engine.rules.expression.ExpressionProblem;
import dev.weft.engine.rules.model.TelemetryRule;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One rule in this JVM: whether it is on, its failures, and how many calls it may record. */
public final class RuleState {
  /** After so many calls in a row in which something failed, a rule does more harm than good. */
  static final int TOLERATED = 100;

  /** What took too long counts as much as so many failures: the application has waited for it. */
  private static final int SLOW = 10;

  private static final int TIMED_AT_FIRST = 64;
  private static final int UNTIMED = 7;

  private static final Scope OWN = Scope.of("dev.weft");
  private static final Counter ERRORS =
      Metrics.counter(
          OWN,
          "weft.rules.errors",
          "{error}",
          "Expressions of telemetry rules that failed, by rule.",
          true,
          "weft.rule");
  private static final Counter LIMITED =
      Metrics.counter(
          OWN,
          "weft.rules.limited",
          "{call}",
          "Calls that were not recorded since their rule has a limit, by rule.",
          true,
          "weft.rule");

  private final TelemetryRule rule;
  private final Runnable switchOff;
  private final Labels labels;
  private final AtomicInteger failing = new AtomicInteger();
  private final AtomicLong second = new AtomicLong();
  private final AtomicInteger permitted = new AtomicInteger();
  private volatile boolean on = true;

  /** Counts calls until the clock is looked at again; races only move that. */
  private int untimed;

  private boolean slow;

  /** Whether a fault was reported; a race reports it twice. */
  private boolean faulted;

  /**
   * Creates it.
   *
   * @param switchOff run when the rule has failed too often
   */
  public RuleState(TelemetryRule rule, Runnable switchOff) {
    this.rule = rule;
    this.switchOff = switchOff;
    this.labels = Labels.of(rule.name);
  }

  /** Returns the rule. */
  public TelemetryRule rule() {
    return rule;
  }

  /** Returns whether it records. */
  public boolean on() {
    return on;
  }

  /** Records nothing any more; calls that are under way end as they should. */
  public void off() {
    on = false;
  }

  /** Returns whether one more call may be recorded in this second. */
  boolean permit(long now) {
    int most = rule.perSecond;
    if (most == 0) {
      return true;
    }
    long current = now / 1_000_000_000;
    long known = second.get();
    if (known != current && second.compareAndSet(known, current)) {
      permitted.set(0);
    }
    if (permitted.incrementAndGet() <= most) {
      return true;
    }
    LIMITED.add(1, labels);
    return false;
  }

  /**
   * Returns whether the next call's expressions are timed: those of the first calls, each after
   * something was slow, and else a few, since reading the clock costs as much as an expression.
   */
  boolean isTimed() {
    int calls = ++untimed;
    // unsigned: after very many calls the number is negative
    return slow || Integer.compareUnsigned(calls, TIMED_AT_FIRST) < 0 || (calls & UNTIMED) == 0;
  }

  /** Counts a failure; reports the first of each formula. */
  void failed(BoundFormula formula, Throwable thrown) {
    ERRORS.add(1, labels);
    if (thrown instanceof ExpressionProblem && ((ExpressionProblem) thrown).isSlow()) {
      failing.addAndGet(SLOW - 1);
      slow = true;
    }
    if (!formula.reported) {
      formula.reported = true;
      boolean known = thrown instanceof ExpressionProblem;
      boolean slow = known && ((ExpressionProblem) thrown).isSlow();
      String why = known ? thrown.getMessage() : Log.cause(thrown);
      say(formula.place + ": " + formula.name + (slow ? ": " : " is left out: ") + why);
    }
  }

  /** Counts a fault of ours. */
  public void fault(Throwable thrown) {
    ERRORS.add(1, labels);
    failing.incrementAndGet();
    if (!faulted) {
      faulted = true;
      say(rule.place + ": a fault was swallowed: " + Log.cause(thrown));
    }
    offIfTooMany();
  }

  /** Takes the end of a call. */
  void ended(boolean failed) {
    if (!failed) {
      if (failing.get() > 0) {
        failing.set(0);
      }
    } else {
      failing.incrementAndGet();
      offIfTooMany();
    }
  }

  private void offIfTooMany() {
    if (failing.get() >= TOLERATED && on) {
      on = false;
      say(rule.place + ": switched off, since it failed again and again");
      switchOff.run();
    }
  }

  private void say(String what) {
    Log.line("rule " + rule.name + ": " + what);
  }
}
