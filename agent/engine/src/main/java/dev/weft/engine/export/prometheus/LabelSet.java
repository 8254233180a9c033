// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.prometheus;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The labels of one series in the order of their names. Not thread-safe. */
final class LabelSet {
  private final Map<String, String> labels = new TreeMap<>();

  /** Adds attributes; the values of two that get the same name are joined. */
  LabelSet add(Attributes attributes) {
    attributes.forEach(
        (key, value) ->
            labels.merge(Names.name(key.getKey()), value.toString(), (a, b) -> a + ";" + b));
    return this;
  }

  /** Adds what says which scope it is of. */
  LabelSet add(InstrumentationScopeInfo scope) {
    labels.put("otel_scope_name", scope.getName());
    putIfPresent("otel_scope_version", scope.getVersion());
    putIfPresent("otel_scope_schema_url", scope.getSchemaUrl());
    return this;
  }

  private void putIfPresent(String name, @Nullable String value) {
    if (value != null) {
      labels.put(name, value);
    }
  }

  /** Returns them with braces, and nothing where there is none. */
  String text() {
    return labels.isEmpty() ? "" : "{" + inner() + "}";
  }

  /** Returns them with braces and with the upper bound of a bucket. */
  String bucket(String bound) {
    String inner = inner();
    return "{" + inner + (inner.isEmpty() ? "" : ",") + "le=\"" + bound + "\"}";
  }

  private String inner() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> label : labels.entrySet()) {
      text.append(text.length() == 0 ? "" : ",").append(label.getKey()).append("=\"");
      text.append(escaped(label.getValue())).append('"');
    }
    return text.toString();
  }

  static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
