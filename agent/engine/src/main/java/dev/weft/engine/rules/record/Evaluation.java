// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.engine.rules.expression.ExpressionProblem;
import dev.weft.engine.rules.expression.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Works out formulas; one that fails yields nothing, and is counted. Used by one thread at a time.
 */
abstract class Evaluation extends Moment {
  private static final int FORMULAS_BETWEEN_LOOKS = 4;

  private final boolean timed;
  private boolean anyFailed;

  /** How many formulas were worked out since the last look at the clock. */
  private byte formulas;

  private @Nullable BoundFormula last;

  /**
   * Creates it.
   *
   * @param timed whether the clock is read for what formulas take; loops read it in any case
   */
  Evaluation(long now, boolean timed) {
    this.timed = timed;
    begin(now);
  }

  abstract RuleState state();

  /** Returns what a formula yields, or null where it fails. */
  final @Nullable Object valueOf(BoundFormula formula) {
    if (isLate()) {
      return null;
    }
    try {
      Object value = formula.value.of(this);
      if (timed) {
        last = formula;
        if (++formulas == FORMULAS_BETWEEN_LOOKS) {
          formulas = 0;
          checkTime();
        }
      }
      return value;
    } catch (Throwable thrown) {
      failed(formula, thrown);
      return null;
    }
  }

  final boolean isTrue(BoundFormula formula) {
    return Boolean.TRUE.equals(valueOf(formula));
  }

  /**
   * Takes the end of a moment: those of its formulas that were the last took their time as well.
   */
  final void worked() {
    BoundFormula formula = last;
    if (formula != null && formulas > 0 && !isLate()) {
      formulas = 0;
      try {
        checkTime();
      } catch (ExpressionProblem slow) {
        failed(formula, slow);
      }
    }
  }

  final void failed(BoundFormula formula, Throwable thrown) {
    noteFailure();
    state().failed(formula, thrown);
  }

  void noteFailure() {
    anyFailed = true;
  }

  final boolean anyFailed() {
    return anyFailed;
  }
}
