// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.metrics.Labels;
import dev.weft.engine.rules.expression.AttributeValue;
import dev.weft.engine.rules.expression.ExpressionProblem;
import dev.weft.engine.rules.model.At;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A measurement of a rule, bound to one method. Immutable. */
final class BoundMetric {
  final At at;
  private final RuleInstrument instrument;
  private final BoundFormula value;
  private final @Nullable BoundFormula forEach;
  private final @Nullable BoundFormula when;
  private final BoundFormula[] by;

  BoundMetric(
      At at,
      RuleInstrument instrument,
      BoundFormula value,
      @Nullable BoundFormula forEach,
      @Nullable BoundFormula when,
      BoundFormula[] by) {
    this.at = at;
    this.instrument = instrument;
    this.value = value;
    this.forEach = forEach;
    this.when = when;
    this.by = by;
  }

  void record(RuleCall call) {
    if (forEach == null) {
      measure(call, null);
      return;
    }
    Map<Labels, Double> gauged = instrument.isGauge() ? new LinkedHashMap<>() : null;
    if (call.forEach(forEach, () -> measure(call, gauged)) && gauged != null) {
      instrument.replace(this, gauged);
    }
  }

  private void measure(RuleCall call, @Nullable Map<Labels, Double> gauged) {
    if (when != null && !call.isTrue(when)) {
      return;
    }
    Object number = call.valueOf(value);
    if (number == null) {
      return;
    }
    if (!(number instanceof Number)) {
      call.failed(value, new ExpressionProblem("is no number but " + number.getClass().getName()));
      return;
    }
    labels(call, ((Number) number).doubleValue(), gauged);
  }

  /** An attribute that yields a list makes one measurement of each of its texts. */
  private void labels(RuleCall call, double number, @Nullable Map<Labels, Double> gauged) {
    @Nullable Object[] values = new @Nullable Object[by.length];
    int listed = -1;
    for (int i = 0; i < by.length; i++) {
      try {
        values[i] = AttributeValue.of(call.valueOf(by[i]));
      } catch (Throwable problem) {
        call.failed(by[i], problem);
      }
      if (values[i] instanceof String[]) {
        listed = i;
      }
    }
    if (call.isLate()) {
      return; // with an attribute too few it would be of another series
    }
    if (listed < 0) {
      instrument.record(number, values, call.recorded(), gauged);
      return;
    }
    for (String text : (String[]) values[listed]) {
      @Nullable Object[] one = values.clone();
      one[listed] = text;
      instrument.record(number, one, call.recorded(), gauged);
    }
  }
}
