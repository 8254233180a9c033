// SPDX-License-Identifier: Apache-2.0
package dev.weft.logback;

import ch.qos.logback.classic.spi.LoggingEvent;
import dev.weft.api.Attached;
import dev.weft.api.logs.LogCorrelation;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.Tracing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The span in which an event was logged. Keeps the identity only: events may wait in a queue, and a
 * span may hold large attributes.
 */
final class EventSpan {
  private static final Attached<EventSpan> OF_EVENT = Attached.of(EventSpan.class);

  private final @Nullable SpanContext span;
  private volatile @Nullable Map<String, String> entries;

  private EventSpan(@Nullable SpanContext span) {
    this.span = span;
  }

  static void remember(LoggingEvent event) {
    Span current = Tracing.current();
    SpanContext context = current == null ? null : current.context();
    boolean named = context != null && context.valid();
    if ((named || LogCorrelation.always()) && OF_EVENT.get(event) == null) {
      OF_EVENT.set(event, new EventSpan(named ? context : null));
    }
  }

  static Map<String, String> addedTo(Map<String, String> context, LoggingEvent event) {
    EventSpan remembered = OF_EVENT.get(event);
    return remembered == null ? context : remembered.addedTo(context);
  }

  /** A layout asks once for each entry that it prints; the event's own entries do not change. */
  private Map<String, String> addedTo(Map<String, String> context) {
    Map<String, String> known = entries;
    if (known == null) {
      known = LogCorrelation.with(context, span);
      entries = known;
    }
    return known;
  }
}
