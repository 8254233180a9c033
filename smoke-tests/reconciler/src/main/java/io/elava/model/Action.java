// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

/** What to do about a change. */
public enum Action {
  NOTIFY("notify", false),
  ALERT("alert", false),
  PROTECT("protect", false),
  ENFORCE_TAGS("enforce_tags", false),
  ENFORCE_POLICY("enforce_policy", false),
  AUTO_TAG("auto_tag", false),
  IGNORE("ignore", false),
  AUDIT("audit", false),
  DELETE("delete", true),
  TERMINATE("terminate", true);

  private final String value;
  private final boolean destructive;

  Action(String value, boolean destructive) {
    this.value = value;
    this.destructive = destructive;
  }

  /** The name of this action in stored and sent data. */
  public String value() {
    return value;
  }

  /** Whether the action removes a resource. */
  public boolean isDestructive() {
    return destructive;
  }
}
