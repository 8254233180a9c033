// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

/** When in a call something is worked out. */
public enum At {
  /** Before the method's own code. */
  ENTRY,
  /** When it returns; an asynchronous result, when that completes. */
  RETURN,
  /** When it throws, or an asynchronous result fails. */
  THROW,
  /** When it returns or throws. */
  EXIT;

  /** Returns whether what is due at this time is due at an end of that kind. */
  public boolean includes(boolean throwing) {
    return this == EXIT || this == (throwing ? THROW : RETURN);
  }
}
