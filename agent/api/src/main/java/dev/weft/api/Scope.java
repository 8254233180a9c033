// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

import org.jspecify.annotations.Nullable;

/** The instrumentation scope that telemetry is exported under. Immutable; keep it in a constant. */
public final class Scope {
  private final String name;
  private final @Nullable String schemaUrl;

  private Scope(String name, @Nullable String schemaUrl) {
    this.name = name;
    this.schemaUrl = schemaUrl;
  }

  /** Creates a scope without a schema URL; its version is the agent's. */
  public static Scope of(String name) {
    return new Scope(name, null);
  }

  /** Creates a scope whose attributes follow a version of the semantic conventions. */
  public static Scope of(String name, String semanticConventions) {
    return new Scope(name, "https://opentelemetry.io/schemas/" + semanticConventions);
  }

  /** Returns the name, such as {@code io.opentelemetry.jdbc}. */
  public String name() {
    return name;
  }

  /** Returns the schema URL, or null. */
  public @Nullable String schemaUrl() {
    return schemaUrl;
  }
}
