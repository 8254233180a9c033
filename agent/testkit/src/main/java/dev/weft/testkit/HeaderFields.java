// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Header fields with their names as they came, looked up without regard to case. */
final class HeaderFields {
  private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static Map<String, List<String>> copyOf(Map<String, List<String>> headers) {
    HeaderFields copy = new HeaderFields();
    headers.forEach((name, values) -> values.forEach(value -> copy.add(name, value)));
    return copy.view();
  }

  void add(String name, String value) {
    fields.computeIfAbsent(name, unseen -> new ArrayList<>()).add(value);
  }

  /** Returns an unmodifiable view. */
  Map<String, List<String>> view() {
    return Collections.unmodifiableMap(fields);
  }
}
