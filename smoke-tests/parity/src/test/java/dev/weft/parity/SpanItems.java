// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import dev.weft.testkit.RecordedEvent;
import dev.weft.testkit.RecordedLink;
import dev.weft.testkit.RecordedSpan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Spans as trees, siblings in order of their start. */
final class SpanItems {
  private static final int TRACE_FLAGS = 0xff;

  private final List<RecordedSpan> spans;
  private final Wording wording;

  private SpanItems(List<RecordedSpan> spans, Wording wording) {
    this.spans = spans;
    this.wording = wording;
  }

  static List<Item> of(List<RecordedSpan> unsorted, Wording wording) {
    List<RecordedSpan> spans = byStart(unsorted);
    Set<String> ids = spans.stream().map(RecordedSpan::spanId).collect(Collectors.toSet());
    SpanItems items = new SpanItems(spans, wording);
    return spans.stream()
        .filter(span -> !ids.contains(span.parentSpanId()))
        .map(items::item)
        .toList();
  }

  static List<RecordedSpan> byStart(List<RecordedSpan> spans) {
    return spans.stream().sorted(Comparator.comparingLong(RecordedSpan::startNanos)).toList();
  }

  static String name(RecordedSpan span) {
    return span.name() + " (" + span.scope().name() + ")";
  }

  private Item item(RecordedSpan span) {
    List<Item> children =
        spans.stream().filter(one -> one.isChildOf(span)).map(this::item).toList();
    return new Item("span " + span.kind(), name(span), facts(span), children);
  }

  private SortedMap<String, String> facts(RecordedSpan span) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("name", span.name());
    facts.put("scope", span.scope().name());
    facts.put("parent", parent(span));
    facts.put("trace flags", Integer.toHexString(span.flags() & TRACE_FLAGS));
    facts.put("trace state", span.traceState());
    facts.put("status", (span.status() + " " + wording.text(span.statusMessage())).trim());
    attributes("attribute ", span.attributes(), facts);
    int count = 0;
    for (RecordedEvent event : span.events()) {
      String name = "event " + ++count;
      facts.put(name, event.name());
      attributes(name + " attribute ", event.attributes(), facts);
    }
    for (RecordedLink link : span.links()) {
      facts.merge("links", wording.span(link.spanId()), (one, other) -> one + ", " + other);
      attributes("link attribute ", link.attributes(), facts);
    }
    return facts;
  }

  private static String parent(RecordedSpan span) {
    if (span.isRoot()) {
      return "none";
    }
    return span.hasRemoteParent() ? "remote" : "local";
  }

  private void attributes(
      String prefix, Map<String, Object> attributes, SortedMap<String, String> facts) {
    attributes.forEach((key, value) -> facts.put(prefix + key, wording.value(key, value)));
  }
}
