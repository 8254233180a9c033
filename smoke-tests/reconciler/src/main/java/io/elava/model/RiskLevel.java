// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

/** How bad a policy violation is, from harmless to worst. */
public enum RiskLevel {
  LOW("low"),
  MEDIUM("medium"),
  HIGH("high"),
  CRITICAL("critical");

  private final String value;

  RiskLevel(String value) {
    this.value = value;
  }

  /** The name of this level in stored and sent data. */
  public String value() {
    return value;
  }
}
