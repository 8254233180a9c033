// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

import org.jspecify.annotations.Nullable;

/**
 * A value made of the spans that ended below a call, whoever recorded them; expressions see each as
 * {@code span}. Immutable.
 */
public final class BelowPart {
  public final String attribute;

  /** Which spans count, or null for all. */
  public final @Nullable Formula where;

  /** What of each span counts, or null where they are counted themselves. */
  public final @Nullable Formula value;

  public final Combining with;

  /** What is counted instead of spans, such as {@code aws.throttled}, or null. */
  public final @Nullable String signal;

  /** Creates it. */
  public BelowPart(
      String attribute,
      @Nullable Formula where,
      @Nullable Formula value,
      Combining with,
      @Nullable String signal) {
    this.attribute = attribute;
    this.where = where;
    this.value = value;
    this.with = with;
    this.signal = signal;
  }
}
