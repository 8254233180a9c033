// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

/** A value that somebody has set, and where. */
final class Setting {
  static final String ENVIRONMENT = "environment variable";
  static final String SYSTEM_PROPERTY = "system property";
  static final String AGENT_ARGUMENT = "agent argument";

  private final String name;
  private final String value;
  private final String source;

  Setting(String name, String value, String source) {
    this.name = name;
    this.value = value;
    this.source = source;
  }

  /** The name as it is spelled in the source. */
  String name() {
    return name;
  }

  /** Trimmed and not empty: an empty value counts as not set. */
  String value() {
    return value;
  }

  String source() {
    return source;
  }

  boolean isFromEnvironment() {
    return source.equals(ENVIRONMENT);
  }

  Setting withValue(String replacement) {
    return replacement.equals(value) ? this : new Setting(name, replacement, source);
  }

  String describe() {
    return name + " (" + source + ")";
  }
}
