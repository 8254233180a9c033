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

  private final SpanContext span;
  private volatile @Nullable Correlated last;

  private EventSpan(SpanContext span) {
    this.span = span;
  }

  static void remember(LoggingEvent event) {
    Span current = Tracing.current();
    if (current != null && OF_EVENT.get(event) == null) {
      OF_EVENT.set(event, new EventSpan(current.context()));
    }
  }

  static Map<String, String> addedTo(Map<String, String> context, LoggingEvent event) {
    EventSpan remembered = OF_EVENT.get(event);
    return remembered == null ? context : remembered.addedTo(context);
  }

  /** A layout asks once for each entry that it prints, and the event answers with the same map. */
  private Map<String, String> addedTo(Map<String, String> context) {
    Correlated known = last;
    if (known != null && known.context == context) {
      return known.entries;
    }
    Correlated correlated = new Correlated(context, LogCorrelation.with(context, span));
    last = correlated;
    return correlated.entries;
  }

  private static final class Correlated {
    final Map<String, String> context;
    final Map<String, String> entries;

    Correlated(Map<String, String> context, Map<String, String> entries) {
      this.context = context;
      this.entries = entries;
    }
  }
}
