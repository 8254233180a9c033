// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import io.opentelemetry.api.common.AttributesBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What is said of an exception, worked out on the export thread. */
final class ExceptionAttributes {
  private ExceptionAttributes() {}

  static void put(AttributesBuilder attributes, Throwable thrown) {
    attributes.put("exception.type", thrown.getClass().getName());
    try {
      attributes.put("exception.message", thrown.getMessage());
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      attributes.put("exception.stacktrace", trace.toString());
    } catch (RuntimeException | StackOverflowError overridden) {
      // these are methods of the application, and may fail
      attributes.put("exception.stacktrace", "not available: " + overridden.getClass().getName());
    }
  }
}
