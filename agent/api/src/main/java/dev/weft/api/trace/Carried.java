// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import org.jspecify.annotations.Nullable;

/**
 * What a thread carries along: one object for each, so that making a span the current one is one
 * look-up and a write. Used by that thread only.
 */
final class Carried {
  private static final ThreadLocal<@Nullable Carried> HERE = new ThreadLocal<>();

  /** The span that the thread works for. */
  @Nullable Span span;

  /** The bits of the protocols of which no calls are recorded. */
  int silent;

  private Carried() {}

  /** Returns what the current thread carries. */
  static Carried here() {
    Carried known = HERE.get();
    return known == null ? first() : known;
  }

  private static Carried first() {
    Carried created = new Carried();
    HERE.set(created);
    return created;
  }
}
