// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

/** What the policies say about one resource, from mildest to strictest. */
public enum Verdict {
  ALLOW("allow"),
  FLAG("flag"),
  REQUIRE_APPROVAL("require_approval"),
  DENY("deny");

  private final String value;

  Verdict(String value) {
    this.value = value;
  }

  /** The name of this verdict in stored and sent data. */
  public String value() {
    return value;
  }
}
