// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the exporters are given for their {@code UnsafeStringEncoder} when the jar is packed: that
 * one reads the inside of strings with {@code sun.misc.Unsafe}. They have another for JVMs that
 * forbid this, and use it where this one is not available.
 */
@SuppressWarnings("unused")
public final class NoUnsafeEncoder {
  private NoUnsafeEncoder() {}

  /** Returns null. */
  public static @Nullable NoUnsafeEncoder createIfAvailable() {
    return null;
  }
}
