// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as telemetry knows them: texts, whole and other numbers, truth values, lists of texts. */
public final class AttributeValue {
  private static final int MOST_TEXTS = 1000;

  private AttributeValue() {}

  /**
   * Returns a value as String, Long, Double, Boolean or String[], or null for null.
   *
   * @throws ExpressionProblem where it has no such form: only the application could give it one
   */
  public static @Nullable Object of(@Nullable Object given) throws ExpressionProblem {
    Object value = Texts.plain(given);
    if (value == null || value instanceof Long || value instanceof Boolean) {
      return value;
    }
    if (value instanceof String) {
      return Texts.cut((String) value);
    }
    if (value instanceof Enum) {
      return ((Enum<?>) value).name();
    }
    if (value instanceof Number) {
      return number((Number) value);
    }
    String text = text(value);
    return text != null ? text : list(value);
  }

  private static Object number(Number value) throws ExpressionProblem {
    if (value instanceof BigInteger && ((BigInteger) value).bitLength() < Long.SIZE) {
      return value.longValue();
    }
    if (value instanceof Double || value instanceof BigDecimal || value instanceof BigInteger) {
      return value.doubleValue();
    }
    if (value.getClass().getName().startsWith("java.util.concurrent.atomic.")) {
      return value.longValue();
    }
    throw none(value);
  }

  @SuppressWarnings("JavaUtilDate") // the application's, not ours
  private static @Nullable String text(Object value) {
    if (value instanceof Class) {
      return ((Class<?>) value).getName();
    }
    if (value instanceof Date && value.getClass().getName().startsWith("java.")) {
      // toInstant is refused by java.sql.Date
      return Instant.ofEpochMilli(((Date) value).getTime()).toString();
    }
    boolean known =
        value instanceof Character
            || value instanceof UUID
            || value instanceof URI
            || value instanceof Duration
            || value instanceof Temporal && value.getClass().getName().startsWith("java.time.")
            || value.getClass() == StringBuilder.class;
    return known ? Texts.cut(value.toString()) : null;
  }

  private static Object list(Object value) throws ExpressionProblem {
    Collection<?> elements = Elements.orNull(value);
    if (elements == null) {
      throw none(value);
    }
    List<String> texts = new ArrayList<>();
    for (Object element : elements) {
      if (texts.size() == MOST_TEXTS) {
        throw new ExpressionProblem("a list of more than " + MOST_TEXTS + " texts");
      }
      if (Elements.orNull(element) != null) {
        throw new ExpressionProblem("a list of lists is no attribute");
      }
      if (element != null) {
        texts.add(Texts.of(element));
      }
    }
    return texts.toArray(new String[0]);
  }

  private static ExpressionProblem none(Object value) {
    return new ExpressionProblem(
        "a " + value.getClass().getName() + " is no text, number or truth value: name a property");
  }
}
