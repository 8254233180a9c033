// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What few spans have: events and links. Like its span, written by one thread at a time. */
final class SpanHistory {
  /** What most spans have; nothing is added to it. */
  static final SpanHistory NONE = new SpanHistory();

  private static volatile int eventLimit = 128;
  private static volatile int linkLimit = 128;

  final List<SpanEvent> events = new ArrayList<>(1);
  final List<SpanContext> links = new ArrayList<>(0);
  int eventCount;
  int linkCount;
  @Nullable SpanEvent exception;

  static void limit(int events, int links) {
    eventLimit = events;
    linkLimit = links;
  }

  void add(SpanEvent event) {
    eventCount++;
    if (events.size() < eventLimit) {
      events.add(event);
    }
  }

  void add(SpanContext link) {
    linkCount++;
    if (links.size() < linkLimit) {
      links.add(link);
    }
  }
}
