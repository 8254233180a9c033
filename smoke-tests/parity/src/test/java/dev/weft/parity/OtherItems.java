// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import dev.weft.testkit.RecordedLog;
import dev.weft.testkit.RecordedScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is neither a span nor a metric. */
final class OtherItems {
  /** Headers that are never the same twice; those that are signed are all compared themselves. */
  private static final Set<String> OF_ONE_CALL =
      Set.of("amz-sdk-invocation-id", "authorization", "x-amz-date");

  /** Time and thread of a line of Logback's. */
  private static final Pattern LINE = Pattern.compile("^[0-9:.]{12} (\\w+ +)\\[.+?] ");

  private final Observed observed;
  private final Wording wording;

  OtherItems(Observed observed, Wording wording) {
    this.observed = observed;
    this.wording = wording;
  }

  List<Item> logs() {
    return observed.telemetry().logs().stream()
        .filter(log -> log.timeNanos() < observed.terminatedNanos())
        .sorted(Comparator.comparingLong(RecordedLog::timeNanos))
        .map(this::log)
        .sorted(Comparator.comparing(Item::name))
        .toList();
  }

  private Item log(RecordedLog log) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("scope", log.scope().name());
    facts.put("body", wording.value("body", log.body()));
    facts.put("severity", log.severityNumber() + " " + log.severityText());
    facts.put("event name", log.eventName());
    facts.put("span", wording.span(log.spanId()));
    facts.put("trace", log.traceId().isEmpty() ? "none" : wording.text(log.traceId()));
    facts.put("time", log.timeNanos() == 0 ? "none" : "<time>");
    facts.put("observed time", log.observedNanos() == 0 ? "none" : "<time>");
    log.attributes().forEach((key, v) -> facts.put("attribute " + key, wording.value(key, v)));
    return new Item("log", facts.get("scope") + ": " + facts.get("body"), facts, List.of());
  }

  List<Item> calls() {
    return observed.calls().stream()
        .map(this::call)
        .sorted(Comparator.comparing(Item::name))
        .toList();
  }

  private Item call(Call call) {
    SortedMap<String, String> facts = new TreeMap<>();
    call.headers()
        .forEach(
            (name, value) ->
                facts.put(
                    "header " + name, OF_ONE_CALL.contains(name) ? "<any>" : wording.text(value)));
    return new Item("call", call.name(), facts, List.of());
  }

  List<Item> lines() {
    return observed.stdout().stream()
        .map(line -> LINE.matcher(line).replaceFirst("$1"))
        .map(wording::text)
        .sorted()
        .map(line -> new Item("line", line, new TreeMap<>(), List.of()))
        .toList();
  }

  /** One resource, for it has to be the same on everything that is sent. */
  List<Item> resource() {
    SortedMap<String, String> facts = new TreeMap<>();
    List<Map<String, Object>> resources = new ArrayList<>();
    observed.telemetry().spans().forEach(span -> resources.add(span.resource()));
    observed.telemetry().metrics().forEach(metric -> resources.add(metric.resource()));
    observed.telemetry().logs().forEach(log -> resources.add(log.resource()));
    facts.put("distinct", String.valueOf(resources.stream().distinct().count()));
    resources.get(0).forEach((key, v) -> facts.put("attribute " + key, wording.value(key, v)));
    return List.of(new Item("resource", "", facts, List.of()));
  }

  List<Item> scopes() {
    TreeSet<RecordedScope> scopes = new TreeSet<>(Comparator.comparing(RecordedScope::name));
    observed.telemetry().spans().forEach(span -> scopes.add(span.scope()));
    observed.telemetry().metrics().forEach(metric -> scopes.add(metric.scope()));
    return scopes.stream().map(OtherItems::scope).toList();
  }

  private static Item scope(RecordedScope scope) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("schema URL", scope.schemaUrl().isEmpty() ? "none" : scope.schemaUrl());
    facts.put("version", scope.version().isEmpty() ? "none" : "<version>");
    return new Item("scope", scope.name(), facts, List.of());
  }
}
