// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.logs;

import dev.weft.api.trace.SpanContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a span as the entries of a logging library's diagnostic context: {@code
 * trace_id}, {@code span_id} and {@code trace_flags}, or the names that users chose.
 */
public final class LogCorrelation {
  private static volatile String traceIdKey = "trace_id";
  private static volatile String spanIdKey = "span_id";
  private static volatile String traceFlagsKey = "trace_flags";

  private LogCorrelation() {}

  /** Sets the names of the entries; called by the engine before anything is woven. */
  public static void install(String traceId, String spanId, String traceFlags) {
    traceIdKey = traceId;
    spanIdKey = spanId;
    traceFlagsKey = traceFlags;
  }

  /**
   * Returns a diagnostic context with the identity of a span added; entries that the application
   * has set itself win.
   *
   * @param context the application's entries, left as they are; may be null
   */
  public static Map<String, String> with(@Nullable Map<String, String> context, SpanContext span) {
    Map<String, String> entries = new HashMap<>(8);
    entries.put(traceIdKey, span.traceIdText());
    entries.put(spanIdKey, span.spanIdText());
    entries.put(traceFlagsKey, span.flagsText());
    if (context != null) {
      entries.putAll(context);
    }
    return entries;
  }

  /** Returns the entry of one name, or null where the name is not one of ours. */
  public static @Nullable String entry(String name, SpanContext span) {
    if (name.equals(traceIdKey)) {
      return span.traceIdText();
    }
    if (name.equals(spanIdKey)) {
      return span.spanIdText();
    }
    return name.equals(traceFlagsKey) ? span.flagsText() : null;
  }
}
