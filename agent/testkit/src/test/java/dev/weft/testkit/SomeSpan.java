// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.List;
import java.util.Map;

/** Spans made up for tests; ids are short and spoken rather than hexadecimal. */
final class SomeSpan {
  static final RecordedScope SCOPE = new RecordedScope("test", "1", "");
  private static final long MILLI = 1_000_000;

  private SomeSpan() {}

  static RecordedSpan root(String trace, String id) {
    return span(trace, id, "", 0, Map.of(), RecordedSpan.Status.UNSET, List.of());
  }

  static RecordedSpan child(String trace, String id, String parent, long startMillis) {
    return span(trace, id, parent, startMillis, Map.of(), RecordedSpan.Status.UNSET, List.of());
  }

  static RecordedSpan span(
      String trace,
      String id,
      String parent,
      long startMillis,
      Map<String, Object> attributes,
      RecordedSpan.Status status,
      List<RecordedEvent> events) {
    return new RecordedSpan(
        trace,
        id,
        parent,
        "",
        1,
        "name-" + id,
        RecordedSpan.Kind.INTERNAL,
        attributes,
        events,
        List.of(),
        status,
        "",
        startMillis * MILLI,
        (startMillis + 10) * MILLI,
        SCOPE,
        Map.of());
  }
}
