// SPDX-License-Identifier: Apache-2.0
package dev.weft.javautillogging;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;

/**
 * The JDK's own logging: all methods of a logger end in {@code log(LogRecord)}. The class is woven
 * when the application loads it, so the agent never brings up a log manager before its time.
 */
public final class JavaUtilLoggingInstrumentation implements LibraryInstrumentation {
  @Override
  public String name() {
    return "java-util-logging";
  }

  @Override
  public void weave(Weaver weaver) {
    weaver
        .types("java.util.logging.Logger")
        .method(Methods.named("log").taking("java.util.logging.LogRecord"), "LogRecordAdvice");
  }
}
