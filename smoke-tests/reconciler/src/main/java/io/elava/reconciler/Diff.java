// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** The old and new values of the keys in which two maps differ. */
final class Diff {

  private Diff() {}

  /** Maps {@code <prefix><key>.old} and {@code .new} to the values; an absent value is left out. */
  static Map<String, String> between(
      String prefix, Map<String, String> previous, Map<String, String> current) {
    TreeSet<String> keys = new TreeSet<>(previous.keySet());
    keys.addAll(current.keySet());
    Map<String, String> diff = new TreeMap<>();
    for (String key : keys) {
      if (!Objects.equals(previous.get(key), current.get(key))) {
        put(diff, prefix + key + ".old", previous.get(key));
        put(diff, prefix + key + ".new", current.get(key));
      }
    }
    return diff;
  }

  private static void put(Map<String, String> diff, String key, String value) {
    if (value != null) {
      diff.put(key, value);
    }
  }
}
