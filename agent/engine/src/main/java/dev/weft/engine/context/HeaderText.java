// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import org.jspecify.annotations.Nullable;

/**
 * Header values that are passed on as they came. What a client library might refuse to send is not
 * taken over in the first place: a caller must not be able to make our calls fail.
 */
final class HeaderText {
  private static final int LONGEST = 8192;

  private HeaderText() {}

  /** Returns the value, or null where it is empty, too long or not printable ASCII. */
  static @Nullable String passable(@Nullable String value) {
    if (value == null || value.isEmpty() || value.length() > LONGEST) {
      return null;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c > '~') {
        return null;
      }
    }
    return value;
  }
}
