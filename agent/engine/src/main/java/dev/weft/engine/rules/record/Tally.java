// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.engine.rules.model.Combining;
import org.jspecify.annotations.Nullable;

/** Several values becoming one. Thread-safe. */
final class Tally {
  private final Combining with;
  private @Nullable Object result;
  private long count;

  Tally(Combining with) {
    this.with = with;
  }

  synchronized void add(@Nullable Object value) {
    if (with == Combining.COUNT) {
      count += value == null ? 0 : 1;
    } else if (value != null) {
      result = result == null ? value : combined(result, value);
    }
  }

  private Object combined(Object known, Object value) {
    if (with == Combining.FIRST) {
      return known;
    }
    if (with == Combining.LAST || !(known instanceof Number) || !(value instanceof Number)) {
      return value;
    }
    Number one = (Number) known;
    Number other = (Number) value;
    boolean whole = one instanceof Long && other instanceof Long;
    switch (with) {
      case MIN:
        return one.doubleValue() <= other.doubleValue() ? one : other;
      case MAX:
        return one.doubleValue() >= other.doubleValue() ? one : other;
      default:
        return whole
            ? (Number) (one.longValue() + other.longValue())
            : (Number) (one.doubleValue() + other.doubleValue());
    }
  }

  /** Returns what came out; null of nothing, 0 where values are counted or summed. */
  synchronized @Nullable Object result() {
    if (with == Combining.COUNT) {
      return count;
    }
    return result == null && with == Combining.SUM ? (Object) 0L : result;
  }
}
