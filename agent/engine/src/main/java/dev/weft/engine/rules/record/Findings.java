// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.trace.Span;
import dev.weft.engine.rules.expression.AttributeValue;
import dev.weft.engine.rules.model.Combining;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call has been told by those below it. Thread-safe. */
final class Findings {
  private final BoundBelow[] below;
  private final Tally[] tallies;
  private final Map<String, Tally> lifted = new LinkedHashMap<>();
  private boolean closed;

  Findings(BoundBelow[] below) {
    this.below = below;
    this.tallies = new Tally[below.length];
    for (int i = 0; i < tallies.length; i++) {
      tallies[i] = below[i].tally();
    }
  }

  /** Takes a value that a call below has lifted. */
  synchronized void lifted(String attribute, Combining with, @Nullable Object value) {
    if (!closed) {
      lifted.computeIfAbsent(attribute, first -> new Tally(with)).add(value);
    }
  }

  /** Takes a span that has ended below a call. */
  void ended(RuleCall call, Span span) {
    if (tallies.length == 0 || isClosed()) {
      return;
    }
    SpanMoment moment = new SpanMoment(call, span);
    for (int i = 0; i < tallies.length; i++) {
      below[i].ended(moment, tallies[i]);
    }
    moment.worked();
  }

  void observed(String signal, long count) {
    for (int i = 0; i < tallies.length; i++) {
      below[i].observed(signal, count, tallies[i]);
    }
  }

  /** Takes nothing any more. */
  synchronized void close() {
    closed = true;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Nullable Object get(String key) {
    for (int i = 0; i < tallies.length; i++) {
      if (below[i].part.attribute.equals(key)) {
        return tallies[i].result();
      }
    }
    Tally tally = lifted(key);
    return tally == null ? null : tally.result();
  }

  private synchronized @Nullable Tally lifted(String key) {
    return lifted.get(key);
  }

  /** Hands on all that can be attributes; other objects were lifted for expressions. */
  void to(BoundAttributes.Sink sink) {
    for (int i = 0; i < tallies.length; i++) {
      hand(below[i].part.attribute, tallies[i], sink);
    }
    for (Map.Entry<String, Tally> one : lifted()) {
      hand(one.getKey(), one.getValue(), sink);
    }
  }

  private synchronized List<Map.Entry<String, Tally>> lifted() {
    return new ArrayList<>(lifted.entrySet());
  }

  private static void hand(String key, Tally tally, BoundAttributes.Sink sink) {
    try {
      Object known = AttributeValue.of(tally.result());
      if (known != null) {
        sink.set(key, known);
      }
    } catch (Throwable none) {
      // kept for expressions only
    }
  }
}
