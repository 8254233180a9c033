// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import dev.weft.api.trace.Span;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a span that ended below. */
final class SpanProperty {
  private static final List<String> NAMES =
      Arrays.asList("name", "kind", "scope", "failed", "duration");

  private SpanProperty() {}

  static Value of(Value span, String name) throws ExpressionProblem {
    switch (name) {
      case "name":
        return Value.root(String.class, moment -> span(moment).name());
      case "kind":
        return Value.root(String.class, moment -> span(moment).kind().name());
      case "scope":
        return Value.root(String.class, moment -> span(moment).scope().name());
      case "failed":
        return Value.root(Boolean.class, moment -> span(moment).isFailed());
      case "duration":
        return Value.root(Durations.class, moment -> durationNanos(moment));
      default:
        throw ExpressionProblem.unknown(
            "a span has no " + name + "; its attributes are span[\"key\"]", name, NAMES);
    }
  }

  static Value attribute(String key) {
    return Value.root(Object.class, moment -> attribute(span(moment), key));
  }

  private static @Nullable Object attribute(Span span, String key) {
    for (int i = 0; i < span.attributeCount(); i++) {
      if (span.attributeKey(i).equals(key)) {
        return span.attributeValue(i);
      }
    }
    return null;
  }

  static long durationNanos(Moment moment) throws ExpressionProblem {
    return span(moment).durationNanos();
  }

  private static Span span(Moment moment) throws ExpressionProblem {
    Span span = moment.span();
    if (span == null) {
      throw new ExpressionProblem("there is a span under 'below' only");
    }
    return span;
  }
}
