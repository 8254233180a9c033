// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** An expression that is bound to the types of one method, and ready to be worked out. */
public abstract class Value {
  private final Type type;

  Value(Type type) {
    this.type = type;
  }

  /** Returns what begins every path. */
  static Value root(Type type, Source source) {
    return new Value(type) {
      @Override
      public @Nullable Object of(Moment moment) throws ExpressionProblem {
        return source.of(moment);
      }
    };
  }

  static Value constant(@Nullable Object value) {
    return new Value(value == null ? Object.class : value.getClass()) {
      @Override
      public @Nullable Object of(Moment moment) {
        return value;
      }

      @Override
      public boolean isConstant() {
        return true;
      }
    };
  }

  /** Returns what it yields: {@code Object.class} where that is not known. */
  public final Type type() {
    return type;
  }

  /** Returns whether it yields the same at every moment. */
  public boolean isConstant() {
    return false;
  }

  /**
   * Works it out. Whole numbers are Long, others Double.
   *
   * @throws Throwable whatever a method of the application throws, or {@link ExpressionProblem}
   *     where a bound is exceeded
   */
  public abstract @Nullable Object of(Moment moment) throws Throwable;

  /** Where a path begins. */
  interface Source {
    @Nullable Object of(Moment moment) throws ExpressionProblem;
  }
}
