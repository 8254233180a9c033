// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.SpanContext;
import java.util.Map;
import java.util.TreeMap;

/** Headers of a message, and what a propagator makes of them. */
final class Headers {
  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static Headers of(String... namesAndValues) {
    Headers headers = new Headers();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  static Map<String, String> written(Propagator propagator, SpanContext context) {
    Headers headers = new Headers();
    propagator.inject(context, headers.values, Map::put);
    return headers.values;
  }

  SpanContext read(Propagator propagator) {
    return propagator.extract(null, values, Map::get);
  }

  /** Returns trace id, span id and {@code 1} where sampled, or {@code none}. */
  String identity(Propagator propagator) {
    SpanContext read = read(propagator);
    if (read == null) {
      return "none";
    }
    return read.traceIdText() + " " + read.spanIdText() + (read.sampled() ? " 1" : " 0");
  }
}
