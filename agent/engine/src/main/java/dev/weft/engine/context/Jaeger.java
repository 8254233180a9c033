// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.SpanContext;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Jaeger's {@code uber-trace-id: trace:span:parent:flags}, and {@code uberctx-<key>} for baggage.
 * What is extracted is what OpenTelemetry's own propagator for Java extracts.
 */
final class Jaeger implements Propagator {
  private static final String HEADER = "uber-trace-id";
  private static final String BAGGAGE_HEADER = "jaeger-baggage";
  private static final String BAGGAGE_PREFIX = "uberctx-";
  private static final int LONGEST = 1024;

  @Override
  public <C> void inject(SpanContext context, C carrier, Setter<C> setter) {
    if (context.valid()) {
      String ids = context.traceIdText() + ":" + context.spanIdText();
      setter.set(carrier, HEADER, ids + (context.sampled() ? ":0:1" : ":0:0"));
    }
    BaggageHeaders.write(context.baggage(), BAGGAGE_PREFIX, carrier, setter);
  }

  @Override
  public <C> @Nullable SpanContext extract(
      @Nullable SpanContext before, C carrier, Getter<C> getter) {
    String header = getter.get(carrier, HEADER);
    SpanContext read = header == null ? null : trace(header, before);
    BaggageText baggage = new BaggageText();
    BaggageHeaders.read(BAGGAGE_PREFIX, carrier, getter, baggage);
    readBaggage(getter.get(carrier, BAGGAGE_HEADER), baggage);
    return Remote.with(baggage.header(), read == null ? before : read);
  }

  private static @Nullable SpanContext trace(String header, @Nullable SpanContext before) {
    String text = header.length() > LONGEST ? "" : header;
    if (text.indexOf(':') < 0) {
      text = decoded(text);
    }
    int first = text.indexOf(':');
    int second = text.indexOf(':', first + 1);
    int third = text.indexOf(':', second + 1);
    if (first < 0 || second < 0 || third < 0) {
      return null;
    }
    int end = text.length();
    while (end > third + 1 && text.charAt(end - 1) == ':') {
      end--;
    }
    String flags = text.substring(third + 1, end);
    int bits = flags(flags);
    if (bits == Integer.MIN_VALUE) {
      return null;
    }
    String trace = text.substring(0, first);
    String span = text.substring(first + 1, second);
    return Remote.padded(trace, span, (bits & 1) == 1, before);
  }

  /** One or two characters, and decimal: that is how OpenTelemetry for Java reads them. */
  private static int flags(String text) {
    if (text.length() > 2) {
      return Integer.MIN_VALUE;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException malformed) {
      return Integer.MIN_VALUE;
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, "UTF-8");
    } catch (UnsupportedEncodingException | IllegalArgumentException malformed) {
      return "";
    }
  }

  /** {@code key=value, key=value}: what a person may send with a request to have it followed. */
  private static void readBaggage(@Nullable String header, BaggageText into) {
    if (header == null) {
      return;
    }
    int start = 0;
    while (start <= header.length()) {
      int comma = header.indexOf(',', start);
      int end = comma < 0 ? header.length() : comma;
      String entry = header.substring(start, end);
      int equals = entry.indexOf('=');
      if (equals > 0 && equals == entry.lastIndexOf('=') && equals < entry.length() - 1) {
        into.add(entry.substring(0, equals).trim(), entry.substring(equals + 1).trim());
      }
      start = end + 1;
    }
  }
}
