// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.RecordedSpan;
import java.util.List;
import java.util.Map;

/** What the schema says of the spans of a name. */
record SchemaSpan(String name, Map<String, Object> item) {

  void check(List<RecordedSpan> trace, List<String> missing) {
    List<RecordedSpan> spans = trace.stream().filter(span -> span.name().equals(name)).toList();
    String what = "span " + name;
    if (spans.size() != (Integer) item.get("count")) {
      missing.add(what + ": there are " + spans.size() + ", not " + item.get("count"));
    }
    for (RecordedSpan span : spans) {
      if (!span.kind().name().equals(item.get("kind"))) {
        missing.add(what + ": is " + span.kind() + ", not " + item.get("kind"));
      }
      if (item.containsKey("parent") && !hasParent(span, trace)) {
        missing.add(what + ": is no child of " + item.get("parent"));
      }
      SchemaValue.check(what, ElavaSchema.part(item, "attributes"), span.attributes(), missing);
      SchemaValue.check(what, ElavaSchema.part(item, "metrics"), span.attributes(), missing);
    }
    ElavaSchema.part(item, "events")
        .forEach((event, count) -> events(spans, event, count, missing));
  }

  private boolean hasParent(RecordedSpan span, List<RecordedSpan> trace) {
    return trace.stream()
        .anyMatch(other -> other.name().equals(item.get("parent")) && span.isChildOf(other));
  }

  private void events(List<RecordedSpan> spans, String event, Object count, List<String> missing) {
    long found =
        spans.stream()
            .flatMap(span -> span.events().stream())
            .filter(one -> one.name().equals(event))
            .count();
    if (found != (Integer) count) {
      missing.add("span " + name + ": has " + found + " events " + event + ", not " + count);
    }
  }
}
