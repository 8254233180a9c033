// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

/** The trace header of AWS, which its services understand whatever else is propagated. */
public final class XrayHeader {
  /** The header's name. */
  public static final String NAME = "X-Amzn-Trace-Id";

  private static final int LENGTH = 74;

  private XrayHeader() {}

  /** Returns the header's value: {@code Root=1-<8>-<24>;Parent=<16>;Sampled=<0|1>}. */
  public static String of(SpanContext span) {
    String trace = span.traceIdText();
    return new StringBuilder(LENGTH)
        .append("Root=1-")
        .append(trace, 0, 8)
        .append('-')
        .append(trace, 8, 32)
        .append(";Parent=")
        .append(span.spanIdText())
        .append(";Sampled=")
        .append(span.sampled() ? '1' : '0')
        .toString();
  }
}
