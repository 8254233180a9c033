// SPDX-License-Identifier: Apache-2.0
package io.elava.http;

import io.elava.model.Decision;
import io.elava.model.ReconcileResult;
import io.elava.model.RiskLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The summary of a scan, ready to be written as JSON. */
public final class ScanSummary {

  private ScanSummary() {}

  /** Counts what the scan found and did and lists its decisions. */
  public static Map<String, Object> of(ReconcileResult result) {
    Map<String, Object> execution = new LinkedHashMap<>();
    execution.put("total", result.execution().total());
    execution.put("successful", result.execution().successful());
    execution.put("failed", result.execution().failed());
    execution.put("skipped", result.execution().skipped());
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("scanId", result.scan().id());
    summary.put("scanType", result.scan().type().value());
    summary.put("durationMillis", result.duration().toMillis());
    summary.put("resources", count(result.resources(), resource -> resource.type()));
    summary.put("changes", count(result.changes(), change -> change.type().value()));
    summary.put("violations", violations(result));
    summary.put("execution", execution);
    summary.put("decisions", result.decisions().stream().map(ScanSummary::decision).toList());
    return summary;
  }

  private static Map<String, Object> violations(ReconcileResult result) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("total", result.policy().violations().size());
    for (RiskLevel level : RiskLevel.values()) {
      counts.put(level.value(), result.policy().count(level));
    }
    return counts;
  }

  private static Map<String, Object> decision(Decision decision) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("resource", decision.resourceId());
    entry.put("change", decision.metadata().get("change_type"));
    entry.put("action", decision.action().value());
    entry.put("reason", decision.reason());
    return entry;
  }

  private static <T> Map<String, Object> count(List<T> items, Function<T, String> kind) {
    Map<String, Integer> byKind = new TreeMap<>();
    items.forEach(item -> byKind.merge(kind.apply(item), 1, Integer::sum));
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("total", items.size());
    counts.putAll(byKind);
    return counts;
  }
}
