// SPDX-License-Identifier: Apache-2.0
package dev.weft.logback;

import ch.qos.logback.classic.spi.LoggingEvent;
import dev.weft.api.Attached;
import dev.weft.api.logs.CorrelatedContext;
import dev.weft.api.logs.LogCorrelation;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.Tracing;
import java.util.Map;

/** The diagnostic context of an event, with the span in which the event was logged. */
final class EventContext {
  private static final Attached<CorrelatedContext> OF_EVENT = Attached.of(CorrelatedContext.class);

  private EventContext() {}

  /** Remembers the current span; the first one that an event is logged in counts. */
  static void remember(LoggingEvent event) {
    Span current = Tracing.current();
    SpanContext context = current == null ? null : current.context();
    boolean named = context != null && context.valid();
    if ((named || LogCorrelation.always()) && OF_EVENT.get(event) == null) {
      OF_EVENT.set(event, new CorrelatedContext(named ? context : null));
    }
  }

  static Map<String, String> of(LoggingEvent event, Map<String, String> entries) {
    CorrelatedContext remembered = OF_EVENT.get(event);
    return remembered == null ? entries : remembered.over(entries);
  }
}
