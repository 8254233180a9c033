// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** All that a rule says of one method, bound to its types. Immutable. */
public final class BoundRule {
  final RuleState state;

  /** What the method returns can complete later. */
  final boolean asynchronous;

  /** Whether a class below may override the method and call it. */
  final boolean overridable;

  /** How many parameters the method has. */
  final int parameters;

  private final Method method;
  final @Nullable BoundFormula when;
  final BoundFormula[] context;
  final @Nullable BoundSpan span;
  final BoundLift[] lifts;
  final BoundBelow[] below;
  final BoundMetric[] metrics;
  final BoundLog[] logs;
  final ResourceAttributes resource;

  BoundRule(
      RuleState state,
      boolean asynchronous,
      boolean overridable,
      Method method,
      @Nullable BoundFormula when,
      BoundFormula[] context,
      @Nullable BoundSpan span,
      BoundLift[] lifts,
      BoundBelow[] below,
      BoundMetric[] metrics,
      BoundLog[] logs,
      ResourceAttributes resource) {
    this.state = state;
    this.asynchronous = asynchronous;
    this.overridable = overridable;
    this.parameters = method.getParameterCount();
    this.method = method;
    this.when = when;
    this.context = context;
    this.span = span;
    this.lifts = lifts;
    this.below = below;
    this.metrics = metrics;
    this.logs = logs;
    this.resource = resource;
  }

  /** Returns whether it is of a method that is called like that of another, and maybe overrides. */
  boolean isLike(BoundRule other) {
    return method.getName().equals(other.method.getName()) && parameters == other.parameters;
  }

  /** Returns whether it is of a class below that of another. */
  boolean isBelow(BoundRule other) {
    Class<?> above = other.method.getDeclaringClass();
    return above != method.getDeclaringClass()
        && above.isAssignableFrom(method.getDeclaringClass());
  }
}
