// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

/** How much a change matters. */
public enum Severity {
  CRITICAL("critical"),
  WARNING("warning"),
  INFO("info"),
  DEBUG("debug");

  private final String value;

  Severity(String value) {
    this.value = value;
  }

  /** The name of this severity in stored and sent data. */
  public String value() {
    return value;
  }
}
