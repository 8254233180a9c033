// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.engine.rules.expression.AttributeValue;
import dev.weft.engine.rules.expression.ExpressionProblem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a span, an event or a log record. One whose name ends with {@code .*} becomes
 * one for each entry of a map. Immutable.
 */
final class BoundAttributes {
  private static final String ALL = ".*";
  private static final int DEEPEST = 8;
  private static final int MOST_ENTRIES = 128;

  private final BoundFormula[] formulas;
  private final String[] prefixes;

  BoundAttributes(BoundFormula[] formulas) {
    this.formulas = formulas;
    this.prefixes = new String[formulas.length];
    for (int i = 0; i < formulas.length; i++) {
      String name = formulas[i].name;
      prefixes[i] = name.endsWith(ALL) ? name.substring(0, name.length() - 1) : "";
    }
  }

  /** Returns how many there are; one that stands for the entries of a map counts as one. */
  int size() {
    return formulas.length;
  }

  /** Works them out and hands them on, those that yield nothing left out. */
  void to(RuleCall call, Sink sink) {
    to(call, sink, false);
  }

  /** Does so with those that are due at the kind of end that the call has had. */
  void dueTo(RuleCall call, Sink sink) {
    to(call, sink, true);
  }

  private void to(RuleCall call, Sink sink, boolean due) {
    for (int i = 0; i < formulas.length; i++) {
      if (due && !formulas[i].at.includes(call.thrown() != null)) {
        continue;
      }
      Object value = call.valueOf(formulas[i]);
      if (value != null) {
        try {
          if (prefixes[i].isEmpty()) {
            set(formulas[i].name, value, sink);
          } else {
            flatten(prefixes[i], value, sink, 0);
          }
        } catch (Throwable problem) {
          call.failed(formulas[i], problem);
        }
      }
    }
  }

  private static void set(String key, @Nullable Object value, Sink sink) throws ExpressionProblem {
    Object known = AttributeValue.of(value);
    if (known != null) {
      sink.set(key, known);
    }
  }

  private static void flatten(String prefix, @Nullable Object value, Sink sink, int depth)
      throws ExpressionProblem {
    if (!(value instanceof Map)) {
      if (depth == 0) {
        throw new ExpressionProblem("is no map, as " + prefix + "* needs");
      }
      set(prefix.substring(0, prefix.length() - 1), value, sink);
      return;
    }
    if (depth == DEEPEST || ((Map<?, ?>) value).size() > MOST_ENTRIES) {
      throw new ExpressionProblem(
          "a map of more than " + MOST_ENTRIES + " entries, or nested more than " + DEEPEST);
    }
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      Object key = AttributeValue.of(entry.getKey());
      if (key != null) {
        flatten(prefix + key + '.', entry.getValue(), sink, depth + 1);
      }
    }
  }

  /** Takes attributes. */
  interface Sink {
    /** Takes one: String, Long, Double, Boolean or String[]. */
    void set(String key, Object value);
  }
}
