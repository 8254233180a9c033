// SPDX-License-Identifier: Apache-2.0
package dev.weft.logback;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;

/**
 * Logback 1.2 and later. An event remembers the span in which it was logged, so that its diagnostic
 * context names that span also where an asynchronous appender reads it on another thread.
 */
public final class LogbackInstrumentation implements LibraryInstrumentation {
  @Override
  public String name() {
    return "logback";
  }

  @Override
  public String served() {
    return "logback-classic 1.2 and later";
  }

  @Override
  public void weave(Weaver weaver) {
    weaver
        .types("ch.qos.logback.classic.Logger")
        .method(
            Methods.named("callAppenders").taking("ch.qos.logback.classic.spi.ILoggingEvent"),
            "CallAppendersAdvice");
    // getMdc() asks getMDCPropertyMap() in every version
    weaver
        .types("ch.qos.logback.classic.spi.LoggingEvent")
        .carrying()
        .method(Methods.named("getMDCPropertyMap").taking(), "PropertyMapAdvice");
  }
}
