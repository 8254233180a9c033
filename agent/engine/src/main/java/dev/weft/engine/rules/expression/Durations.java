// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.util.Arrays;

/** How long something took, in the units that expressions may ask for. Only a type. */
final class Durations {
  private Durations() {}

  static Value property(String unit, Nanos nanos) throws ExpressionProblem {
    switch (unit) {
      case "ns":
        return Value.root(Long.class, nanos::of);
      case "us":
        return Value.root(Double.class, moment -> nanos.of(moment) / 1e3);
      case "ms":
        return Value.root(Double.class, moment -> nanos.of(moment) / 1e6);
      case "s":
        return Value.root(Double.class, moment -> nanos.of(moment) / 1e9);
      default:
        throw ExpressionProblem.unknown(
            "a duration has no " + unit + ", but ns, us, ms and s",
            unit,
            Arrays.asList("ns", "us", "ms", "s"));
    }
  }

  /** Where the number comes from. */
  interface Nanos {
    long of(Moment moment) throws ExpressionProblem;
  }
}
