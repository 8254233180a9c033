// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log record, or one for each element. Immutable. */
public final class LogPart {
  /** The name of the event; empty where there is none. */
  public final String event;

  /**
   * Yields {@code trace}, {@code debug}, {@code info}, {@code warn}, {@code error}, {@code fatal}.
   */
  public final Formula severity;

  /** A template, or null. */
  public final @Nullable Formula body;

  public final @Nullable Formula forEach;
  public final @Nullable Formula when;
  public final List<NamedFormula> attributes;
  public final At at;

  /** Creates it. */
  public LogPart(
      String event,
      Formula severity,
      @Nullable Formula body,
      @Nullable Formula forEach,
      @Nullable Formula when,
      List<NamedFormula> attributes,
      At at) {
    this.event = event;
    this.severity = severity;
    this.body = body;
    this.forEach = forEach;
    this.when = when;
    this.attributes = attributes;
    this.at = at;
  }
}
