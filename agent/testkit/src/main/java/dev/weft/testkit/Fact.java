// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.Comparator;

/**
 * One line of what an instrumentation emits, in the terms of a {@link TelemetryFile}. What was
 * recorded and what is listed are compared as sets of these.
 *
 * @param section {@code scopes}, {@code spans} or {@code metrics}
 * @param entry scope name, span kind or metric name
 * @param field what is said of the entry, such as {@code attributes.url.full}; empty if only that
 *     it exists
 * @param value what the field is, such as {@code string}; empty if only that the entry exists
 */
public record Fact(String section, String entry, String field, Object value)
    implements Comparable<Fact> {
  static final String ATTRIBUTES = "attributes.";

  /** Returns the fact that an entry exists. */
  static Fact entry(String section, String entry) {
    return new Fact(section, entry, "", "");
  }

  /** Returns the key of the attribute that this is about, empty if it is about something else. */
  public String attribute() {
    return field.startsWith(ATTRIBUTES) ? field.substring(ATTRIBUTES.length()) : "";
  }

  @Override
  public int compareTo(Fact other) {
    return Comparator.comparing(Fact::toString).compare(this, other);
  }

  /** Returns the fact as a path and a value. */
  @Override
  public String toString() {
    String path = section + " > " + entry;
    return field.isEmpty()
        ? path
        : path + " > " + field.replace(ATTRIBUTES, "attributes > ") + ": " + value;
  }
}
