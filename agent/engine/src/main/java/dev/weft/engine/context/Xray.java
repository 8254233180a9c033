// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.XrayHeader;
import org.jspecify.annotations.Nullable;

/**
 * AWS X-Ray's {@code X-Amzn-Trace-Id: Root=1-<8>-<24>;Parent=<16>;Sampled=1}. Its {@code Lineage}
 * travels through the process as baggage, and baggage goes out in W3C's header beside it: so does
 * OpenTelemetry's own propagator for Java.
 */
final class Xray implements Propagator {
  private static final int LONGEST = 8192;
  private static final int LONGEST_WRITTEN = 256;
  private static final int WHOLE = "1-00000000-000000000000000000000000".length();
  private static final String LINEAGE = "Lineage";

  /**
   * In {@code tracestate}, the rule by which AWS has sampled; in baggage for who reads only that.
   */
  private static final String RULE = "xrsr";

  /** Whether the environment tells of a caller where a message does not, as in AWS Lambda. */
  private final boolean lambda;

  Xray(boolean lambda) {
    this.lambda = lambda;
  }

  @Override
  public <C> void inject(SpanContext context, C carrier, Setter<C> setter) {
    if (!context.valid()) {
      return;
    }
    String header = XrayHeader.of(context);
    String baggage = withRule(context.baggage(), context.traceState());
    if (baggage != null) {
      String lineage = BaggageText.entries(baggage).get(LINEAGE);
      if (lineage != null && XrayLineage.valid(lineage)) {
        header += ";" + LINEAGE + "=" + lineage;
      }
      setter.set(carrier, "baggage", baggage);
    }
    int length = Math.min(header.length(), LONGEST_WRITTEN);
    setter.set(carrier, XrayHeader.NAME, header.substring(0, length));
  }

  private static @Nullable String withRule(@Nullable String baggage, @Nullable String traceState) {
    if (traceState == null || !traceState.contains(RULE)) {
      return baggage;
    }
    for (String member : traceState.split(",", -1)) {
      String trimmed = member.trim();
      if (trimmed.startsWith(RULE + "=")) {
        return BaggageText.with(RULE, trimmed.substring(RULE.length() + 1), baggage);
      }
    }
    return baggage;
  }

  @Override
  public <C> @Nullable SpanContext extract(
      @Nullable SpanContext before, C carrier, Getter<C> getter) {
    SpanContext read = read(before, getter.get(carrier, XrayHeader.NAME));
    if (!lambda || before != null && before.valid()) {
      return read;
    }
    String given = System.getProperty("com.amazonaws.xray.traceHeader");
    boolean none = given == null || given.isEmpty();
    return read(read, none ? System.getenv("_X_AMZN_TRACE_ID") : given);
  }

  private static @Nullable SpanContext read(@Nullable SpanContext before, @Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > LONGEST) {
      return before;
    }
    String trace = "";
    String span = "";
    String sampled = "0";
    String lineage = null;
    int start = 0;
    while (start < text.length()) {
      int semicolon = text.indexOf(';', start);
      int end = semicolon < 0 ? text.length() : semicolon;
      String field = text.substring(start, end).trim();
      int equals = field.indexOf('=');
      if (equals < 0) {
        return before;
      }
      String value = field.substring(equals + 1);
      if (field.startsWith("Root")) {
        trace = traceId(value);
      } else if (field.startsWith("Parent")) {
        span = value.length() == 16 ? value : "";
      } else if (field.startsWith("Sampled")) {
        sampled = value;
      } else if (field.startsWith(LINEAGE) && XrayLineage.valid(value)) {
        lineage = value;
      }
      start = end + 1;
    }
    if (!sampled.equals("0") && !sampled.equals("1")) {
      return before;
    }
    String state = before != null && before.valid() ? before.traceState() : null;
    SpanContext read = Remote.padded(trace, span, sampled.equals("1"), before, state);
    SpanContext known = read == null ? before : read;
    return lineage == null
        ? known
        : Remote.with(
            BaggageText.with(LINEAGE, lineage, known == null ? null : known.baggage()), known);
  }

  /** {@code 1-<epoch>-<24 digits>}; leading zeros of the epoch may be missing, not all of it. */
  private static String traceId(String root) {
    int second = root.indexOf('-', 3);
    if (!root.startsWith("1-") || second < 0 || second > 10) {
      return "";
    }
    int end = second + 25;
    boolean wellFormed = root.length() == WHOLE ? end == WHOLE : root.length() < WHOLE;
    return wellFormed && root.length() >= end
        ? root.substring(2, second) + root.substring(second + 1, end)
        : "";
  }
}
