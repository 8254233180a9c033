// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that came out of a run, in words that are the same in each run. */
final class Telling {
  private Telling() {}

  static List<Item> of(Observed observed) {
    Wording wording = new Wording(observed.ports(), observed.telemetry().spans());
    OtherItems other = new OtherItems(observed, wording);
    List<Item> all = new ArrayList<>();
    all.addAll(other.resource());
    all.addAll(other.scopes());
    all.addAll(SpanItems.of(observed.telemetry().spans(), wording));
    all.addAll(MetricItems.of(observed.telemetry().metrics(), wording));
    all.addAll(other.logs());
    all.addAll(other.calls());
    all.addAll(other.lines());
    return all;
  }

  /** Returns it as text, to be compared by other means. */
  static String text(List<Item> items) {
    StringBuilder text = new StringBuilder();
    items.forEach(item -> append(item, "", text));
    return text.toString();
  }

  private static void append(Item item, String indent, StringBuilder text) {
    text.append(indent).append(item.label()).append('\n');
    for (Map.Entry<String, String> fact : item.facts().entrySet()) {
      text.append(indent).append("    ").append(fact.getKey());
      text.append(": ").append(fact.getValue()).append('\n');
    }
    item.children().forEach(child -> append(child, indent + "  ", text));
  }
}
