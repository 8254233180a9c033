// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.metrics.Instrument;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableDoublePointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableLongPointData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the totals of counters into differences from one collection to the next. Keeps what was
 * observed the last time, so it is as large as one export. Used by the export thread alone.
 */
final class CounterDeltas {
  private final Map<Instrument, Map<Attributes, Number>> before = new HashMap<>();

  List<LongPointData> whole(Instrument of, List<LongPointData> totals, long previous) {
    Map<Attributes, Number> known = known(of);
    Map<Attributes, Number> now = new HashMap<>();
    List<LongPointData> deltas = new ArrayList<>(totals.size());
    for (LongPointData total : totals) {
      Attributes attributes = total.getAttributes();
      long last = known.getOrDefault(attributes, 0L).longValue();
      now.put(attributes, total.getValue());
      deltas.add(
          ImmutableLongPointData.create(
              previous, total.getEpochNanos(), attributes, total.getValue() - last));
    }
    before.put(of, now);
    return deltas;
  }

  List<DoublePointData> fractional(Instrument of, List<DoublePointData> totals, long previous) {
    Map<Attributes, Number> known = known(of);
    Map<Attributes, Number> now = new HashMap<>();
    List<DoublePointData> deltas = new ArrayList<>(totals.size());
    for (DoublePointData total : totals) {
      Attributes attributes = total.getAttributes();
      double last = known.getOrDefault(attributes, 0.0).doubleValue();
      now.put(attributes, total.getValue());
      deltas.add(
          ImmutableDoublePointData.create(
              previous, total.getEpochNanos(), attributes, total.getValue() - last));
    }
    before.put(of, now);
    return deltas;
  }

  /** Forgets instruments that are no more. */
  void retain(Collection<Instrument> present) {
    before.keySet().retainAll(present);
  }

  private Map<Attributes, Number> known(Instrument of) {
    return before.getOrDefault(of, Collections.<Attributes, Number>emptyMap());
  }
}
