// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import dev.weft.engine.config.NearestName;
import java.util.Collection;

/** An expression that cannot be read, bound or worked out, in words for who wrote it. */
public final class ExpressionProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean slow;

  /** Creates it; without a stack trace, which would say nothing to who wrote the rule. */
  public ExpressionProblem(String message) {
    this(message, false);
  }

  private ExpressionProblem(String message, boolean slow) {
    super(message, null, false, false);
    this.slow = slow;
  }

  /** Creates one that names what may have been meant. */
  static ExpressionProblem unknown(String message, String name, Collection<String> known) {
    String nearest = NearestName.of(name, known);
    return new ExpressionProblem(nearest == null ? message : message + "; nearest: " + nearest);
  }

  static ExpressionProblem slow(String message) {
    return new ExpressionProblem(message, true);
  }

  /** Returns whether it took too long, which the application has paid for. */
  public boolean isSlow() {
    return slow;
  }
}
