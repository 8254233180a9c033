// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that the reconciler's Logback has printed.
 *
 * @param thread that logged
 * @param logger short name
 * @param traceId empty if there was none
 * @param spanId empty if there was none
 * @param flags empty if there was none
 * @param message what was logged
 */
record LogLine(
    String thread, String logger, String traceId, String spanId, String flags, String message) {

  private static final Pattern FORMAT =
      Pattern.compile(
          "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} [A-Z]+ +\\[(.+?)] (\\S+)"
              + " trace_id=(\\w*) span_id=(\\w*) trace_flags=(\\w*) - (.*)");

  /** Returns the lines that are log lines. */
  static List<LogLine> in(List<String> lines) {
    return lines.stream().map(LogLine::parse).flatMap(Optional::stream).toList();
  }

  /** Returns whether the line is a log line. */
  static boolean isOne(String line) {
    return FORMAT.matcher(line).matches();
  }

  private static Optional<LogLine> parse(String line) {
    Matcher parts = FORMAT.matcher(line);
    return parts.matches()
        ? Optional.of(
            new LogLine(
                parts.group(1),
                parts.group(2),
                parts.group(3),
                parts.group(4),
                parts.group(5),
                parts.group(6)))
        : Optional.empty();
  }
}
