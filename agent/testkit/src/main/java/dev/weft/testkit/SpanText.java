// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Spans as text that is the same in each run: all there is but ids, times and the numbers of ports,
 * which are given by name. Siblings come in order of their start.
 */
public final class SpanText {
  private static final String INDENT = "  ";

  private final Map<Long, String> ports;
  private final List<RecordedSpan> spans;
  private final StringBuilder text = new StringBuilder();

  private SpanText(List<RecordedSpan> spans, Map<Long, String> ports) {
    this.spans = spans;
    this.ports = ports;
  }

  /**
   * Returns the text of spans that are in order of their start.
   *
   * @param ports what to call ports by their number
   */
  public static String of(List<RecordedSpan> spans, Map<Long, String> ports) {
    SpanText tree = new SpanText(spans, ports);
    Set<String> ids = spans.stream().map(RecordedSpan::spanId).collect(Collectors.toSet());
    for (RecordedSpan span : spans) {
      if (!ids.contains(span.parentSpanId())) {
        tree.branch(span, "");
      }
    }
    return tree.text.toString();
  }

  private void branch(RecordedSpan span, String indent) {
    text.append(indent).append(span.kind()).append(' ').append(span.name());
    text.append(" (").append(span.scope().name()).append(')');
    if (span.status() != RecordedSpan.Status.UNSET || !span.statusMessage().isEmpty()) {
      text.append(' ').append(span.status()).append(' ').append(span.statusMessage());
    }
    text.append('\n');
    attributes(span.attributes(), indent + INDENT + INDENT);
    for (RecordedEvent event : span.events()) {
      text.append(indent).append(INDENT).append("* ").append(event.name()).append('\n');
      attributes(event.attributes(), indent + INDENT + INDENT);
    }
    span.links().forEach(link -> text.append(indent).append("  -> link\n"));
    for (RecordedSpan child : spans) {
      if (child.isChildOf(span)) {
        branch(child, indent + INDENT);
      }
    }
  }

  private void attributes(Map<String, Object> attributes, String indent) {
    attributes.forEach(
        (key, value) ->
            text.append(indent).append(key).append(" = ").append(value(key, value)).append('\n'));
  }

  private String value(String key, Object value) {
    if (key.equals("network.peer.port") && value instanceof Long port && port > 0) {
      return "<port>";
    }
    if (value instanceof Long number) {
      return ports.getOrDefault(number, number.toString());
    }
    if (value instanceof String string) {
      String named = string;
      for (Map.Entry<Long, String> port : ports.entrySet()) {
        named = named.replace(":" + port.getKey(), ":" + port.getValue());
      }
      return '"' + named + '"';
    }
    return value.getClass().getSimpleName() + ' ' + value;
  }
}
