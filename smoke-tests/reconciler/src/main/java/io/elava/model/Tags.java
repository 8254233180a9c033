// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tags of one resource; immutable. */
public final class Tags {
  private static final List<String> REQUIRED = List.of("owner", "environment", "team");

  private final Map<String, String> values;

  private Tags(Map<String, String> values) {
    this.values = values;
  }

  /** Tags with these keys and values. */
  public static Tags of(Map<String, String> values) {
    return new Tags(new TreeMap<>(values));
  }

  /** No tags. */
  public static Tags none() {
    return of(Map.of());
  }

  /** The owner, or null when no tag names one. */
  public String getOwner() {
    return values.getOrDefault("elava:owner", values.get("owner"));
  }

  /** The environment, {@code unknown} when no tag names one. */
  public String getEnvironment() {
    return values.getOrDefault("environment", "unknown");
  }

  /** The team, or null when no tag names one. */
  public String getTeam() {
    return values.get("team");
  }

  /** Whether the resource is protected from any destructive action. */
  public boolean isBlessed() {
    return "true".equals(values.get("elava:blessed"));
  }

  /** Whether the resource is managed by Elava. */
  public boolean isManaged() {
    return "true".equals(values.get("elava:managed"));
  }

  /** Whether there is no tag at all. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The value of any tag. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The required tags that are absent, in a fixed order. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (String key : REQUIRED) {
      boolean present = "owner".equals(key) ? getOwner() != null : values.containsKey(key);
      if (!present) {
        missing.add(key);
      }
    }
    return missing;
  }

  /** All tags, sorted by key; a copy. */
  public Map<String, String> toMap() {
    return new TreeMap<>(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tags tags && values.equals(tags.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
