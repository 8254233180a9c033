// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

/** How far the execution of a decision got. */
public enum ExecutionStatus {
  SUCCESS("success"),
  FAILED("failed"),
  SKIPPED("skipped");

  private final String value;

  ExecutionStatus(String value) {
    this.value = value;
  }

  /** The name of this status in stored and sent data. */
  public String value() {
    return value;
  }
}
