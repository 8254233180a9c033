// SPDX-License-Identifier: Apache-2.0
package dev.weft.logback;

import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/** Adds the identity of an event's span to the diagnostic context that the event hands out. */
public final class PropertyMapAdvice {
  private PropertyMapAdvice() {}

  @Advice.AssignReturned.ToReturned
  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static Map<String, String> exit(
      @Advice.This LoggingEvent event, @Advice.Return Map<String, String> context) {
    return EventContext.of(event, context);
  }
}
