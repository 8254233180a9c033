// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

/** Whether a scan is the first one of its storage. */
public enum ScanType {
  BASELINE("baseline"),
  NORMAL("normal");

  private final String value;

  ScanType(String value) {
    this.value = value;
  }

  /** The name of this type in stored and sent data. */
  public String value() {
    return value;
  }
}
