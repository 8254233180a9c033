// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.logs;

import dev.weft.api.trace.SpanContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a span as the entries of a logging library's diagnostic context: {@code
 * trace_id}, {@code span_id} and {@code trace_flags}, or the names that users chose.
 */
public final class LogCorrelation {
  private static volatile String traceIdKey = "trace_id";
  private static volatile String spanIdKey = "span_id";
  private static volatile String traceFlagsKey = "trace_flags";

  private static volatile @Nullable Supplier<Map<String, String>> resource;

  private LogCorrelation() {}

  /** Sets the names of the entries; called by the engine before anything is woven. */
  public static void install(String traceId, String spanId, String traceFlags) {
    traceIdKey = traceId;
    spanIdKey = spanId;
    traceFlagsKey = traceFlags;
  }

  /**
   * Adds attributes of the resource to each entry's context; called by the engine before anything
   * is woven.
   *
   * @param attributes asked once, when the first line is logged
   */
  public static void installResource(Supplier<Map<String, String>> attributes) {
    resource = attributes;
  }

  /** Returns whether there is something to add where there is no span. */
  public static boolean always() {
    return resource != null;
  }

  /**
   * Returns a diagnostic context with the identity of a span added; entries that the application
   * has set itself win.
   *
   * @param context the application's entries, left as they are; may be null
   * @param span null where only the resource is to be added
   */
  public static Map<String, String> with(
      @Nullable Map<String, String> context, @Nullable SpanContext span) {
    Map<String, String> entries = new HashMap<>(8);
    if (span != null) {
      entries.put(traceIdKey, span.traceIdText());
      entries.put(spanIdKey, span.spanIdText());
      entries.put(traceFlagsKey, span.flagsText());
    }
    Supplier<Map<String, String>> attributes = resource;
    if (attributes != null) {
      entries.putAll(attributes.get());
    }
    if (context != null) {
      entries.putAll(context);
    }
    return entries;
  }

  /** Returns the entry of one name, or null where the name is not one of ours. */
  public static @Nullable String entry(@Nullable Object name, SpanContext span) {
    if (traceIdKey.equals(name)) {
      return span.traceIdText();
    }
    if (spanIdKey.equals(name)) {
      return span.spanIdText();
    }
    return traceFlagsKey.equals(name) ? span.flagsText() : null;
  }
}
