// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import dev.weft.api.trace.SpanEvent;

/** Writes events of spans as OTLP's Span.Event; used by one thread. */
final class EventEncoder {
  private static final int TIME = 1;
  private static final int NAME = 2;
  private static final int ATTRIBUTES = 3;
  private static final int DROPPED_ATTRIBUTES = 4;

  private final int countLimit;
  private final int lengthLimit;
  private final SortedAttributes attributes = new SortedAttributes();

  EventEncoder(int countLimit, int lengthLimit) {
    this.countLimit = countLimit;
    this.lengthLimit = lengthLimit;
  }

  /** Writes the fields of an event. */
  void write(SpanEvent event, ProtoBuffer out) {
    out.optionalFixed64(TIME, event.epochNanos());
    out.optionalText(NAME, event.name());
    attributes.clear();
    Throwable thrown = event.thrown();
    if (thrown != null) {
      attributes.put(thrown);
    }
    int room = countLimit;
    for (int i = 0; i < event.attributeCount() && room > 0; i++) {
      Object value = event.attributeValue(i);
      if (value != null) {
        attributes.put(event.attributeKey(i), value, lengthLimit);
        room--;
      }
    }
    attributes.write(out, ATTRIBUTES);
    int dropped = Math.max(0, event.attributeCount() - attributes.size());
    out.optionalNumber(DROPPED_ATTRIBUTES, dropped);
    attributes.clear();
  }
}
