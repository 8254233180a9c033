// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import dev.weft.api.trace.Span;
import java.util.List;

/** Captures the headers that users chose. */
final class Headers {
  private Headers() {}

  static <M> void capture(
      Span span, String prefix, String[] names, M message, HeaderSource<M> source) {
    if (names.length == 0 || !span.recording()) {
      return;
    }
    for (String name : names) {
      List<String> values = source.header(message, name);
      if (!values.isEmpty()) {
        span.set(prefix + name, values.toArray(new String[0]));
      }
    }
  }
}
