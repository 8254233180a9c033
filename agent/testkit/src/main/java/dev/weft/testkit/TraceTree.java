// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Spans as an indented tree of text, in ASCII for any terminal. {@link #toString()} is the text:
 *
 * <pre>
 * trace 4bf92f3577b34da6a3ce929d0e0e4736, 2 spans, 12.30 ms
 *   SERVER GET /owners/{id}  12.30 ms  [http.response.status_code=200]
 *     CLIENT SELECT owners  1.20 ms  [db.query.text=SELECT * FROM owners WHERE id = ?]
 * </pre>
 *
 * Siblings come in order of their start. A span whose parent is not among the spans stands on the
 * first level and names that parent. Immutable.
 */
public final class TraceTree {
  private static final String INDENT = "  ";
  private static final double NANOS_PER_MILLI = 1e6;

  /** The attributes that tell one call from another, in the order in which they are shown. */
  private static final List<String> KEY_ATTRIBUTES =
      List.of(
          "http.response.status_code",
          "url.full",
          "url.path",
          "server.address",
          "server.port",
          "db.system.name",
          "db.system",
          "db.namespace",
          "db.query.text",
          "db.statement",
          "messaging.destination.name",
          "messaging.operation.type",
          "rpc.service",
          "rpc.method",
          "error.type");

  private final List<RecordedSpan> spans;
  private final @Nullable Predicate<? super RecordedSpan> mark;
  private final boolean allAttributes;

  private TraceTree(
      List<RecordedSpan> spans,
      @Nullable Predicate<? super RecordedSpan> mark,
      boolean allAttributes) {
    this.spans = spans;
    this.mark = mark;
    this.allAttributes = allAttributes;
  }

  /** Returns the tree of the given spans, with key attributes only; they may be of many traces. */
  public static TraceTree of(Collection<RecordedSpan> spans) {
    return new TraceTree(List.copyOf(spans), null, false);
  }

  /** Returns this tree with every attribute shown. */
  public TraceTree withAllAttributes() {
    return new TraceTree(spans, mark, true);
  }

  /** Returns this tree with an exclamation mark before each span that matches. */
  public TraceTree marking(Predicate<? super RecordedSpan> marked) {
    return new TraceTree(spans, marked, allAttributes);
  }

  @Override
  public String toString() {
    if (spans.isEmpty()) {
      return "(no spans)";
    }
    List<String> lines = new ArrayList<>();
    Traces.each(spans).forEach(trace -> render(trace, lines));
    return String.join("\n", lines);
  }

  private void render(List<RecordedSpan> trace, List<String> lines) {
    lines.add(
        "trace %s, %d %s, %s"
            .formatted(
                trace.get(0).traceId(),
                trace.size(),
                trace.size() == 1 ? "span" : "spans",
                millis(extent(trace))));
    Map<String, List<RecordedSpan>> children =
        trace.stream().collect(Collectors.groupingBy(RecordedSpan::parentSpanId));
    Set<String> ids = trace.stream().map(RecordedSpan::spanId).collect(Collectors.toSet());
    Set<RecordedSpan> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    for (RecordedSpan span : trace) {
      if (!ids.contains(span.parentSpanId())) {
        branch(span, children, shown, lines);
      }
    }
    // What is left are spans that are their own ancestors: wrong, all the more to be seen.
    trace.forEach(span -> branch(span, children, shown, lines));
  }

  private record Node(RecordedSpan span, int depth) {}

  private void branch(
      RecordedSpan top,
      Map<String, List<RecordedSpan>> children,
      Set<RecordedSpan> shown,
      List<String> lines) {
    Deque<Node> open = new ArrayDeque<>(List.of(new Node(top, 0)));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (!shown.add(node.span())) {
        continue;
      }
      lines.add(line(node));
      details(node, lines);
      List<RecordedSpan> below = children.getOrDefault(node.span().spanId(), List.of());
      for (int i = below.size() - 1; i >= 0; i--) {
        open.push(new Node(below.get(i), node.depth() + 1));
      }
    }
  }

  private String line(Node node) {
    RecordedSpan span = node.span();
    StringBuilder line = new StringBuilder();
    line.append(mark != null && mark.test(span) ? "! " : INDENT);
    line.append(INDENT.repeat(node.depth())).append(span.kind()).append(' ').append(span.name());
    line.append(INDENT).append(millis(span.duration()));
    if (span.status() != RecordedSpan.Status.UNSET) {
      line.append(INDENT).append(span.status());
    }
    if (!span.statusMessage().isEmpty()) {
      line.append(": ").append(span.statusMessage());
    }
    String attributes = attributes(span);
    if (!attributes.isEmpty()) {
      line.append(INDENT).append('[').append(attributes).append(']');
    }
    if (node.depth() == 0 && !span.isRoot()) {
      line.append("  (parent ").append(span.parentSpanId()).append(" is elsewhere)");
    }
    return line.toString();
  }

  private static void details(Node node, List<String> lines) {
    String indent = INDENT.repeat(node.depth() + 2);
    for (RecordedEvent event : node.span().events()) {
      Object type = event.attributes().getOrDefault("exception.type", "");
      Object message = event.attributes().getOrDefault("exception.message", "");
      lines.add((indent + "* " + event.name() + " " + type + " " + message).stripTrailing());
    }
    for (RecordedLink link : node.span().links()) {
      lines.add(indent + "-> trace " + link.traceId() + " span " + link.spanId());
    }
  }

  private String attributes(RecordedSpan span) {
    Collection<String> keys = allAttributes ? span.attributes().keySet() : KEY_ATTRIBUTES;
    return keys.stream()
        .filter(span.attributes()::containsKey)
        .map(key -> key + "=" + span.attribute(key))
        .collect(Collectors.joining(", "));
  }

  private static Duration extent(List<RecordedSpan> trace) {
    long start = trace.get(0).startNanos();
    long end = trace.stream().mapToLong(RecordedSpan::endNanos).max().orElse(start);
    return Duration.ofNanos(end - start);
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / NANOS_PER_MILLI);
  }
}
