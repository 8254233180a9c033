// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sorts spans into their traces. */
final class Traces {
  static final Comparator<RecordedSpan> BY_START =
      Comparator.comparingLong(RecordedSpan::startNanos);

  private Traces() {}

  /** Returns the traces, each with its spans, earliest start first. */
  static List<List<RecordedSpan>> each(Collection<RecordedSpan> spans) {
    Map<String, List<RecordedSpan>> byTrace =
        spans.stream()
            .sorted(BY_START)
            .collect(
                Collectors.groupingBy(
                    RecordedSpan::traceId, LinkedHashMap::new, Collectors.toList()));
    return List.copyOf(byTrace.values());
  }

  static List<RecordedSpan> only(String traceId, Collection<RecordedSpan> spans) {
    return spans.stream().filter(span -> span.traceId().equals(traceId)).sorted(BY_START).toList();
  }
}
