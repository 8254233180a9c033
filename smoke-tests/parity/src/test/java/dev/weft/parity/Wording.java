// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import dev.weft.testkit.RecordedSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words the values of one run so that they are the same in each run: ids and ports are called by
 * what they stand for, and what no run has in common with another is given by its type.
 */
final class Wording {
  /** Attributes of which only the type is compared. */
  private static final Set<String> OF_ONE_RUN =
      Set.of(
          "exception.stacktrace",
          "jvm.gc.action",
          "jvm.gc.cause",
          "jvm.gc.name",
          "jvm.thread.daemon",
          "jvm.thread.state",
          "process.command_args",
          "process.command_line",
          "process.pid",
          "service.instance.id",
          "telemetry.distro.version");

  private static final Pattern UUID =
      Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
  private static final Pattern TIME =
      Pattern.compile("\\b20\\d\\d-?\\d\\d-?\\d\\d([T-][0-9:.]+Z?)?");
  private static final Pattern EXACT = Pattern.compile("-?[0-9.]+|true|false|absent|present");

  private final Map<Long, String> ports;
  private final Map<String, String> ids = new HashMap<>();

  private final Map<String, RecordedSpan> spans = new HashMap<>();

  Wording(Map<Long, String> ports, List<RecordedSpan> unsorted) {
    this.ports = ports;
    Map<String, Integer> counts = new HashMap<>();
    for (RecordedSpan span : SpanItems.byStart(unsorted)) {
      spans.put(span.spanId(), span);
      String sort = sort(span);
      ids.put(span.spanId(), "<" + sort + ", no. " + counts.merge(sort, 1, Integer::sum) + ">");
      ids.put(span.traceId(), "<trace>");
      ids.put(span.traceId().substring(0, 8) + "-" + span.traceId().substring(8), "<trace>");
    }
  }

  /** Returns the value of an attribute. */
  String value(String key, Object value) {
    if (OF_ONE_RUN.contains(key)) {
      return "<" + type(value) + ">";
    }
    if (value instanceof Long number) {
      boolean anyPort = key.equals("network.peer.port") || key.equals("client.port");
      return ports.getOrDefault(number, anyPort ? "<port>" : number.toString());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(one -> value(key, one)).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return new TreeMap<>(map).toString();
    }
    String text = text(String.valueOf(value));
    return value instanceof String && EXACT.matcher(text).matches() ? '"' + text + '"' : text;
  }

  /** Returns any other text. */
  String text(String text) {
    String worded = text;
    for (Map.Entry<Long, String> port : ports.entrySet()) {
      worded = worded.replace(":" + port.getKey(), ":" + port.getValue());
      // Tomcat names what listens after its port
      worded = worded.replace("-" + port.getKey() + "\"", "-" + port.getValue() + "\"");
    }
    for (Map.Entry<String, String> id : ids.entrySet()) {
      worded = worded.replace(id.getKey(), id.getValue());
    }
    worded = UUID.matcher(worded).replaceAll("<uuid>");
    return TIME.matcher(worded).replaceAll("<time>");
  }

  /** Returns what kind of span an id stands for. */
  String sort(String spanId) {
    RecordedSpan span = spans.get(spanId);
    return span == null ? "<unknown span>" : "<" + sort(span) + ">";
  }

  private static String sort(RecordedSpan span) {
    return span.kind() + " of " + span.scope().name();
  }

  /** Returns which span an id stands for: by number, for names may differ. */
  String span(String spanId) {
    return spanId.isEmpty() ? "none" : ids.getOrDefault(spanId, "<unknown span>");
  }

  private static String type(Object value) {
    return value instanceof List<?> list
        ? (list.isEmpty() ? "" : type(list.get(0))) + "[]"
        : value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
