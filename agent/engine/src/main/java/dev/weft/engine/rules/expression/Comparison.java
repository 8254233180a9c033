// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import org.jspecify.annotations.Nullable;

/**
 * Compares and counts values without any method of the application: what is neither text, number,
 * truth value nor enum constant equals itself only.
 */
final class Comparison {
  private Comparison() {}

  static boolean equal(@Nullable Object one, @Nullable Object other) {
    if (one == other) {
      return true;
    }
    if (one == null || other == null) {
      return false;
    }
    if (isNumber(one) && isNumber(other)) {
      return compare((Number) one, (Number) other) == 0;
    }
    Object first = plain(one);
    return ofJdk(first) && first.equals(plain(other));
  }

  private static Object plain(Object value) {
    return value instanceof Enum
        ? ((Enum<?>) value).name()
        : value instanceof Character ? value.toString() : value;
  }

  static boolean ofJdk(Object value) {
    String name = value.getClass().getName();
    return name.startsWith("java.lang.")
        || name.startsWith("java.time.")
        || name.equals("java.util.UUID");
  }

  /** Returns how two values are ordered: numbers, and others of one class that the JDK knows. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static int order(Object one, Object other) throws ExpressionProblem {
    if (isNumber(one) && isNumber(other)) {
      return compare((Number) one, (Number) other);
    }
    boolean same = one.getClass() == other.getClass();
    if (same && one instanceof Comparable && ofJdk(one)) {
      return Integer.signum(((Comparable) one).compareTo(other));
    }
    throw new ExpressionProblem(named(one) + " and " + named(other) + " have no order");
  }

  private static String named(Object value) {
    Class<?> type =
        value instanceof Enum ? ((Enum<?>) value).getDeclaringClass() : value.getClass();
    return type.getSimpleName();
  }

  /** A number of the application would be asked for its value by methods of the application. */
  private static boolean isNumber(Object value) {
    return value instanceof Number && value.getClass().getName().startsWith("java.");
  }

  static int compare(Number one, Number other) {
    return one instanceof Long && other instanceof Long
        ? Long.compare(one.longValue(), other.longValue())
        : Double.compare(one.doubleValue(), other.doubleValue());
  }

  static Number result(Object one, char sign, Object other) throws ExpressionProblem {
    if (!isNumber(one) || !isNumber(other)) {
      Object wrong = isNumber(one) ? other : one;
      throw new ExpressionProblem("a " + wrong.getClass().getName() + " is no number");
    }
    boolean whole = one instanceof Long && other instanceof Long && sign != '/';
    return whole
        ? (Number) whole((Long) one, sign, (Long) other)
        : (Number) fractional(((Number) one).doubleValue(), sign, ((Number) other).doubleValue());
  }

  private static long whole(long one, char sign, long other) {
    return sign == '+' ? one + other : sign == '-' ? one - other : one * other;
  }

  private static double fractional(double one, char sign, double other) throws ExpressionProblem {
    if (sign == '/' && other == 0) {
      throw new ExpressionProblem("divided by zero");
    }
    switch (sign) {
      case '+':
        return one + other;
      case '-':
        return one - other;
      case '*':
        return one * other;
      default:
        return one / other;
    }
  }
}
