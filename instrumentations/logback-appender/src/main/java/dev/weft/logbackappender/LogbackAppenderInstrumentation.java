// SPDX-License-Identifier: Apache-2.0
package dev.weft.logbackappender;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;

/**
 * Logback 1.2 and later: what a logger hands to its appenders becomes a log record as well. Levels
 * and turbo filters have been asked by then, so what is not logged costs nothing.
 */
public final class LogbackAppenderInstrumentation implements LibraryInstrumentation {
  @Override
  public String name() {
    return "logback-appender";
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
            "RecordEventAdvice");
  }
}
