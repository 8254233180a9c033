// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Values in the few forms that expressions know, and as texts. */
final class Texts {
  /** The longest text that is made of a value. */
  static final int LONGEST = 4096;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

  private Texts() {}

  /** Returns whole numbers as Long, others as Double, optional values as their content or null. */
  static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float) {
      return ((Float) value).doubleValue();
    }
    if (value instanceof Optional) {
      return plain(((Optional<?>) value).orElse(null));
    }
    if (value instanceof OptionalInt) {
      OptionalInt one = (OptionalInt) value;
      return one.isPresent() ? (Object) (long) one.getAsInt() : null;
    }
    if (value instanceof OptionalLong) {
      OptionalLong one = (OptionalLong) value;
      return one.isPresent() ? (Object) one.getAsLong() : null;
    }
    if (value instanceof OptionalDouble) {
      OptionalDouble one = (OptionalDouble) value;
      return one.isPresent() ? (Object) one.getAsDouble() : null;
    }
    return value;
  }

  /**
   * Returns a value as a text.
   *
   * @throws ExpressionProblem where only the application could say how
   */
  static String of(Object value) throws ExpressionProblem {
    Object known = AttributeValue.of(value);
    if (known instanceof String[]) {
      return String.join(",", (String[]) known);
    }
    return String.valueOf(known);
  }

  /** Appends a value, up to the longest text. */
  static void append(StringBuilder whole, Object part) throws ExpressionProblem {
    String text = of(part);
    whole.append(text, 0, Math.min(text.length(), LONGEST - whole.length()));
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** Returns the time in UTC, such as {@code 2025-10-10-142345}. */
  static String time() {
    return TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
  }
}
