// SPDX-License-Identifier: Apache-2.0
package dev.weft.logbackappender;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.weft.api.OptionalReferences;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time of an event to the precision of Logback 1.3 and later. */
@OptionalReferences
final class EventInstant {
  private EventInstant() {}

  static long epochNanos(ILoggingEvent event) {
    @Nullable Instant instant = event.getInstant();
    return instant == null
        ? event.getTimeStamp() * 1_000_000
        : instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
  }
}
