// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

/** How a resource differs from what was last recorded. */
public enum ChangeType {
  BASELINE("baseline"),
  APPEARED("appeared"),
  DISAPPEARED("disappeared"),
  MODIFIED("modified"),
  TAG_DRIFT("tag_drift"),
  STATUS_CHANGED("status_changed"),
  UNMANAGED("unmanaged");

  private final String value;

  ChangeType(String value) {
    this.value = value;
  }

  /** The name of this type in stored and sent data. */
  public String value() {
    return value;
  }
}
