// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is said of an exception, worked out on the export thread. */
public final class ExceptionAttributes {
  private ExceptionAttributes() {}

  /** Tells the name and the value of each attribute; a null value is to be ignored. */
  public static void put(BiConsumer<String, @Nullable String> attributes, Throwable thrown) {
    attributes.accept("exception.type", thrown.getClass().getName());
    try {
      attributes.accept("exception.message", thrown.getMessage());
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      attributes.accept("exception.stacktrace", trace.toString());
    } catch (RuntimeException | StackOverflowError overridden) {
      // these are methods of the application, and may fail
      attributes.accept(
          "exception.stacktrace", "not available: " + overridden.getClass().getName());
    }
  }
}
